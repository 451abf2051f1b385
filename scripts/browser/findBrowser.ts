import { accessSync, constants, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { unpackChromium } from './unpackChromium.ts'

export type Browser = {
  executablePath: string
  args: string[]
  /** What the browser's process needs in its environment beside what is there. */
  env: Record<string, string>
  /** Where it is from, for people. */
  source: string
}

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
]
// Chromium refuses to sandbox a process of root.
const args = process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]
const insidePlaywright = [
  ['chrome-linux', 'chrome'],
  ['chrome-linux64', 'chrome'],
  ['chrome-mac', 'Chromium.app', 'Contents', 'MacOS', 'Chromium'],
  ['chrome-win', 'chrome.exe'],
  ['chrome-win64', 'chrome.exe'],
].map((parts) => join(...parts))

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function findInstalled(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...elsewhere].find(canRun)
}

/** The newest Chromium that Playwright's own installer has put on this machine. */
function findInPlaywrightCache(): string | undefined {
  const caches: Partial<Record<NodeJS.Platform, string>> = {
    darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
  }
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH || (caches[process.platform] ?? join(homedir(), '.cache', 'ms-playwright'))
  let revisions: string[]
  try {
    revisions = readdirSync(cache).filter((name) => /^chromium-\d+$/.test(name))
  } catch {
    return undefined
  }
  const newestFirst = revisions.toSorted((one, other) => Number(other.slice(9)) - Number(one.slice(9)))
  return newestFirst.flatMap((revision) => insidePlaywright.map((inside) => join(cache, revision, inside))).find(canRun)
}

/**
 * A Chromium for the browser tests: the one `PLAYWRIGHT_CHROMIUM` names, an installed one, one of Playwright's own, or on
 * Linux x64 the one that comes as an npm package. Where there is none, answers why.
 */
export async function findBrowser(): Promise<Browser | { skipped: string }> {
  const named = process.env.PLAYWRIGHT_CHROMIUM
  if (named) {
    if (!canRun(named)) return { skipped: `PLAYWRIGHT_CHROMIUM names ${named}, which cannot be run` }
    return { executablePath: named, args, env: {}, source: 'PLAYWRIGHT_CHROMIUM' }
  }
  const found = findInstalled() ?? findInPlaywrightCache()
  if (found) return { executablePath: found, args, env: {}, source: `installed (${found})` }
  const unpacked = await unpackChromium()
  return 'skipped' in unpacked ? unpacked : { ...unpacked, args }
}
