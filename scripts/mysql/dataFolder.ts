import { constants } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { mustRun } from '../process/run.ts'
import { withLock } from '../process/withLock.ts'
import { cacheDir } from './cacheDir.ts'
import type { Mysqld } from './mysqld.ts'

// The smallest files the server agrees to, so that an empty data folder is quick to copy.
export const smallFiles = ['--innodb-redo-log-capacity=16M', '--innodb-buffer-pool-size=64M']

/** root mysqld refuses to run without being told who it is. */
export const asUser = process.getuid?.() === 0 ? ['--user=root'] : []

const isThere = (folder: string) =>
  readdir(folder).then(
    (names) => names.length > 0,
    () => false,
  )

/** Makes `folder` the data folder of an empty server. The first one of each version is kept, later ones are copies of it. */
export async function makeDataFolder({ command, args, version }: Mysqld, folder: string): Promise<void> {
  const empty = join(cacheDir(), `empty-${version}`)
  if (!(await isThere(empty))) {
    await withLock(join(cacheDir(), 'initialize'), async () => {
      if (await isThere(empty)) return
      await mkdir(dirname(empty), { recursive: true })
      const work = await mkdtemp(join(cacheDir(), 'initialize-'))
      try {
        const data = join(work, 'data')
        await mustRun(command, [...args, '--initialize-insecure', `--datadir=${data}`, ...smallFiles, ...asUser])
        // Each server makes its own identity and its own keys.
        for (const name of [
          'auto.cnf',
          'ca-key.pem',
          'ca.pem',
          'server-key.pem',
          'server-cert.pem',
          'client-key.pem',
          'client-cert.pem',
        ])
          await rm(join(data, name), { force: true })
        await rename(data, empty)
      } finally {
        await rm(work, { recursive: true, force: true })
      }
    })
  }
  await cp(empty, folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
}
