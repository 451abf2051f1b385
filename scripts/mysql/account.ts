import { randomBytes } from 'node:crypto'

export type Account = { name: string; password: string; database: string }

/** The ordinary account that the application uses, with a password made for this server. */
export const account = (): Account => ({ name: 'prologue', password: randomBytes(18).toString('hex'), database: 'prologue_test' })

/**
 * The statements, one a line, that make the account, its database and its right to more databases named prologue_….
 * Repeatable. It may make accounts and pass its rights on, so that a test can try an account that has fewer.
 */
export function grants({ name, password, database }: Account, ...hosts: string[]): string {
  const forHost = (host: string) => [
    `CREATE USER IF NOT EXISTS '${name}'@'${host}' IDENTIFIED BY '${password}';`,
    `GRANT ALL ON \`prologue\\_%\`.* TO '${name}'@'${host}' WITH GRANT OPTION;`,
    `GRANT CREATE USER ON *.* TO '${name}'@'${host}';`,
  ]
  return [`CREATE DATABASE IF NOT EXISTS ${database};`, ...hosts.flatMap(forHost)].join('\n').concat('\n')
}

export const urlFor = ({ name, password, database }: Account, port: number) =>
  `mysql://${name}:${password}@127.0.0.1:${port}/${database}`

/**
 * How the test server differs from MySQL's defaults: it takes less memory, and triggers may be made by an ordinary account
 * while the binary log is on. Durability stays as it is by default (a flush at each commit, binary log on).
 */
export const serverOptions = [
  '--log-bin-trust-function-creators=1',
  '--character-set-server=utf8mb4',
  '--performance-schema=OFF',
  '--max-connections=200',
  '--table-open-cache=400',
  '--skip-name-resolve',
]
