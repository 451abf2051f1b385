import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { mustRun, run } from '../process/run.ts'

export const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg'

/** The mirror of Debian's archive that this machine is set up to use, or null. */
export async function findMirror(): Promise<string | null> {
  const { code, output } = await run('apt-get', ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'])
  if (code !== 0) return null
  return output.split('\n').find((uri) => /^\w+:.*\/debian\/?$/.test(uri)) ?? null
}

/**
 * Downloads a package of the unstable suite, with all it depends on but what is `needless`, into the folder and unpacks them
 * under `tree`. Nothing of the system's own apt state is read or written.
 */
export async function download(
  wanted: string,
  needless: RegExp,
  { work, mirror }: { work: string; mirror: string },
): Promise<void> {
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
