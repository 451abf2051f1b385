import { defineConfig } from 'playwright/test'
import { findBrowser } from '@prologue/scripts/browser'

const browser = await findBrowser()
if ('skipped' in browser) throw new Error(browser.skipped)
const { executablePath, args, env } = browser

export default defineConfig({
  testDir: 'src',
  outputDir: '../test-results',
  // Each worker has servers of its own; two cores run two of them.
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    // Tall enough that the editor draws every line of a prompt: it leaves out what cannot be seen.
    viewport: { width: 1440, height: 2000 },
    launchOptions: { executablePath, args, env: { ...process.env, ...env } },
    screenshot: 'only-on-failure',
    // A film of every page costs as much as the tests themselves.
    trace: { mode: 'retain-on-failure', screenshots: false },
  },
})
