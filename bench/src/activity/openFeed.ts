import { findBrowser } from '@prologue/scripts/browser'
import { chromium, type Page } from 'playwright'
import type { Built } from '../startBuilt.ts'
import type { Person } from './people.ts'

export type OpenFeed = { page: Page; close: () => Promise<void> }

/** The page of the activity in a browser, as an administrator has it, once it is live. */
export async function openFeed({ url }: Built, { cookie }: Person): Promise<OpenFeed> {
  const found = await findBrowser()
  if ('skipped' in found) throw new Error(found.skipped)
  const { executablePath, args, env } = found
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url }])
  const page = await context.newPage()
  await page.goto(`${url}/admin/activity`)
  await page.getByText('Live', { exact: true }).waitFor()
  return { page, close: () => browser.close() }
}
