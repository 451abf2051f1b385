import { existsSync, readdirSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mustRun, run } from '../process/run.ts'
import { cacheDir, withLock } from './cacheDir.ts'
import { identify, type Mysqld, type Unavailable } from './mysqld.ts'

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'
const wanted = 'mysql-server-core'
// The server runs without them: they belong to the package's installation scripts.
const needless = /^(perl|perl-.*|libperl.*|debconf|cdebconf|debconf-.*|<.*>)$/

/** The mirror of Debian's archive that this machine is set up to use, or null. */
async function findMirror(): Promise<string | null> {
  const { code, output } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'])
  if (code !== 0) return null
  return output.split('\n').find((uri) => /^\w+:.*\/debian\/?$/.test(uri)) ?? null
}

/** The server of an unpacked tree, run with the tree's own loader and libraries, as the system's may be older. */
async function identifyUnpacked(tree: string): Promise<Mysqld | null> {
  const libraries = join(tree, 'usr', 'lib')
  if (!existsSync(libraries)) return null
  for (const folder of readdirSync(libraries).filter((name) => name.includes('-linux-'))) {
    const loader = readdirSync(join(libraries, folder)).find((name) => /^ld-linux.*\.so\.\d+$/.test(name))
    if (!loader) continue
    const path = `${join(libraries, folder)}:${join(libraries, 'mysql', 'private')}`
    const args = ['--library-path', path, join(tree, 'usr', 'sbin', 'mysqld'), '--no-defaults']
    args.push(`--basedir=${join(tree, 'usr')}`, `--lc-messages-dir=${join(tree, 'usr', 'share', 'mysql')}`)
    return identify(join(libraries, folder, loader), args, `Debian packages in ${tree}`)
  }
  return null
}

/** Downloads the packages into the folder and unpacks them under `tree`. Nothing of the system's own apt state is read or written. */
async function download(work: string, mirror: string): Promise<void> {
  const debs = join(work, 'debs')
  await Promise.all(
    ['debs', 'lists/partial', 'cache/archives/partial', 'tree'].map((name) => mkdir(join(work, name), { recursive: true })),
  )
  await writeFile(join(work, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} unstable main\n`)
  const options = [
    `Dir::Etc::sourcelist=${join(work, 'sources.list')}`,
    'Dir::Etc::sourceparts=/dev/null',
    'Dir::Etc::preferencesparts=/dev/null',
    `Dir::State::Lists=${join(work, 'lists')}`,
    'Dir::State::status=/dev/null',
    `Dir::Cache=${join(work, 'cache')}`,
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    'APT::Sandbox::User=root',
    // The hooks that a desktop hangs on apt want the system's own lists.
    'APT::Update::Post-Invoke-Success::=',
  ].flatMap((option) => ['-o', option])
  await mustRun('apt-get', [...options, 'update'])
  const without = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((kind) => `--no-${kind}`)
  const tree = await mustRun('apt-cache', [...options, 'depends', '--recurse', ...without, wanted])
  const packages = tree.split('\n').filter((line) => /^\w/.test(line) && !needless.test(line))
  await mustRun('apt-get', [...options, 'download', ...packages], { cwd: debs })
  for (const deb of await readdir(debs)) await mustRun('dpkg', ['-x', join(debs, deb), join(work, 'tree')])
}

/** MySQL unpacked from Debian's packages into the user's cache, without root and without touching the system. */
export async function unpackMysqld(): Promise<Mysqld | Unavailable> {
  if (process.platform !== 'linux') return { skipped: 'no mysqld is installed, no Docker engine answers, and this is not Linux' }
  const final = join(cacheDir(), 'server')
  const cached = await identifyUnpacked(final)
  if (cached) return cached
  const mirror = await findMirror()
  if (!mirror || !existsSync(keyring)) {
    return { skipped: 'no mysqld is installed, no Docker engine answers, and this system has no Debian archive to take one from' }
  }
  return withLock('unpack', async () => {
    const other = await identifyUnpacked(final)
    if (other) return other
    let reason = ''
    for (let attempt = 1; attempt <= 3; attempt++) {
      const work = await mkdtemp(join(cacheDir(), 'unpack-'))
      try {
        await download(work, mirror)
        if (!(await identifyUnpacked(join(work, 'tree')))) throw new Error('the unpacked server does not run')
        await rm(final, { recursive: true, force: true })
        await rename(join(work, 'tree'), final)
        const unpacked = await identifyUnpacked(final)
        if (unpacked) return unpacked
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error)
        process.stderr.write(`MySQL could not be unpacked (attempt ${attempt} of 3): ${reason}\n`)
      } finally {
        await rm(work, { recursive: true, force: true })
      }
    }
    return { skipped: `MySQL could not be unpacked: ${reason}` }
  })
}
