import { identify, type Mysqld } from './mysqld.ts'

const places = [
  'mysqld',
  '/usr/sbin/mysqld',
  '/usr/local/mysql/bin/mysqld',
  '/opt/homebrew/opt/mysql/bin/mysqld',
  '/usr/local/opt/mysql/bin/mysqld',
]

/** The MySQL server installed on this machine, or null. */
export async function findMysqld(): Promise<Mysqld | null> {
  for (const place of places) {
    const found = await identify(place, ['--no-defaults'], `installed (${place})`)
    if (found) return found
  }
  return null
}
