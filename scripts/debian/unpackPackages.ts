import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { withLock } from '../process/withLock.ts'
import { download, findMirror, keyring } from './download.ts'

export type Unavailable = { skipped: string }

type Wanted<T> = {
  /** What people call the program. */
  title: string
  package: string
  /** What it depends on and runs without. */
  needless: RegExp
  /** The folder in the user's cache that keeps it. */
  folder: string
  /** The program of an unpacked tree, or null where it does not run. */
  identify: (tree: string) => Promise<T | null>
}

/**
 * The loader of an unpacked tree with its libraries, by which its programs run on a system whose own are older. `more` are folders
 * of libraries under usr/lib.
 */
export function loaderOf(tree: string, ...more: string[]): { command: string; args: string[] } | null {
  const libraries = join(tree, 'usr', 'lib')
  if (!existsSync(libraries)) return null
  for (const folder of readdirSync(libraries).filter((name) => name.includes('-linux-'))) {
    const loader = readdirSync(join(libraries, folder)).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
    const path = [folder, ...more].map((name) => join(libraries, name)).join(':')
    if (loader) return { command: join(libraries, folder, loader), args: ['--library-path', path] }
  }
  return null
}

/** A program unpacked from Debian's packages into the user's cache, without root and without touching the system. */
export async function unpackPackages<T>(wanted: Wanted<T>): Promise<T | Unavailable> {
  const { title, folder, identify } = wanted
  if (process.platform !== 'linux') return { skipped: `no ${title} is installed, and this is not Linux` }
  const final = join(folder, 'server')
  const cached = await identify(final)
  if (cached) return cached
  const mirror = await findMirror()
  if (!mirror || !existsSync(keyring)) {
    return { skipped: `no ${title} is installed, and this system has no Debian archive to take one from` }
  }
  return withLock(join(folder, 'unpack'), async () => {
    const other = await identify(final)
    if (other) return other
    let reason = ''
    for (let attempt = 1; attempt <= 3; attempt++) {
      await mkdir(folder, { recursive: true })
      const work = await mkdtemp(join(folder, 'unpack-'))
      try {
        await download(wanted.package, wanted.needless, { work, mirror })
        if (!(await identify(join(work, 'tree')))) throw new Error('the unpacked server does not run')
        await rm(final, { recursive: true, force: true })
        await rename(join(work, 'tree'), final)
        const unpacked = await identify(final)
        if (unpacked) return unpacked
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error)
        process.stderr.write(`${title} could not be unpacked (attempt ${attempt} of 3): ${reason}\n`)
      } finally {
        await rm(work, { recursive: true, force: true })
      }
    }
    return { skipped: `${title} could not be unpacked: ${reason}` }
  })
}
