import type { Browser, BrowserContext, Page } from 'playwright/test'
import { signUp } from './people.ts'
import { expect, startServer, test as base, type BuiltServer } from './server.ts'

type Administrator = { page: Page }
type State = Awaited<ReturnType<BrowserContext['storageState']>>

async function setUp(browser: Browser, server: BuiltServer): Promise<State> {
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto(server.setupUrl ?? '')
  await signUp(page, 'Root', { email: 'root@example.com', password: 'a long enough password' })
  await expect(page.getByRole('heading', { name: 'Describe the assistant you want' })).toBeVisible()
  const state = await context.storageState()
  await context.close()
  return state
}

/** Tests whose server has an administrator, in a browser of their own. */
export const test = base.extend<{ administrator: Administrator }, { server: BuiltServer; entered: State }>({
  server: [
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
  entered: [async ({ browser, server }, use) => use(await setUp(browser, server)), { scope: 'worker' }],
  administrator: async ({ browser, server, entered }, use) => {
    const context = await browser.newContext({ baseURL: server.url, storageState: entered })
    await use({ page: await context.newPage() })
    await context.close()
  },
})

/** The link of the newest mail to an address that has one, from the page where a server without mail keeps them. */
export async function keptLink(administrator: Page, address: string, subject: string): Promise<string> {
  const mail = administrator.getByRole('listitem').filter({ hasText: subject }).filter({ hasText: address }).first()
  await expect(async () => {
    await administrator.goto('/admin/mail')
    await expect(mail).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await mail.getByText(subject).first().click()
  const [link] = /https?:\/\/\S+#\S+/.exec(await mail.innerText()) ?? []
  if (!link) throw new Error(`The mail “${subject}” to ${address} has no link`)
  return link
}

export { expect } from './server.ts'
