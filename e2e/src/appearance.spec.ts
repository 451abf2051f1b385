import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { expect, test } from './server.ts'
import { applyAnswer, draftOf, newVisitor, startConversation } from './people.ts'

/** The scripts that the page fetches until it is quiet, and their size in bytes with gzip. */
async function measureScripts(page: Page): Promise<{ scripts: string[]; bytes: number }> {
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.url())
  })
  await page.goto('/', { waitUntil: 'networkidle' })
  const bodies = await Promise.all(scripts.map(async (url) => (await page.request.get(url)).body()))
  return { scripts, bytes: bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page can be used by everybody, in ${colorScheme}, without an error`, async ({ browser, server }) => {
    const context = await browser.newContext({ baseURL: server.url, colorScheme })
    const signedOut = await context.newPage()
    const errors: string[] = []
    hearErrors(signedOut, errors)
    for (const path of ['/', '/signup', '/login', '/s/none', '/nowhere']) {
      await signedOut.goto(path)
      await expect(signedOut.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(signedOut)
    }
    await context.close()

    const { page, leave } = await newVisitor(browser, server.url, 'Ada', { colorScheme })
    hearErrors(page, errors)
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    await startConversation(page)
    await applyAnswer(page)
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Share', exact: true }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page)
    expect(errors).toEqual([])
    await leave()
  })
}

test('on a phone, chat and draft are two tabs and nothing hangs over the edge', async ({ browser, server }) => {
  for (const width of [320, 390]) {
    const { page, leave } = await newVisitor(browser, server.url, 'Ada', { viewport: { width, height: 740 }, hasTouch: true })
    await expectNoSidewaysScroll(page)
    await startConversation(page)
    await expectNoSidewaysScroll(page)
    await expect(draftOf(page)).toBeHidden()
    await applyAnswer(page)
    await page.getByRole('tab', { name: /Draft/ }).click()
    await expect(draftOf(page)).toContainText('You are a friendly support assistant')
    await expect(page.getByRole('log')).toBeHidden()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await leave()
  }
})

test('the theme that was chosen is there again', async ({ browser, server }) => {
  const context = await browser.newContext({ baseURL: server.url, colorScheme: 'light' })
  const page = await context.newPage()
  await page.goto('/')
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const light = await ground()
  await page.getByRole('button', { name: /Theme/ }).click()
  await page.getByRole('menuitemradio', { name: 'Ink (dark)' }).click()
  await expect.poll(ground).not.toBe(light)
  await page.reload()
  await expect.poll(ground).not.toBe(light)
  await context.close()
})

test('the start page needs little, signed out and in: at most 120 kB of script, and no editor', async ({
  browser,
  page,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  for (const visited of [page, ada.page]) {
    const { scripts, bytes } = await measureScripts(visited)
    expect(scripts.length).toBeGreaterThan(0)
    expect(bytes).toBeLessThanOrEqual(120_000)
    expect(scripts.some((url) => /editor|codemirror/i.test(url))).toBe(false)
  }
  await ada.leave()
})

test('words that run from right to left are set so, in the chat and in the draft', async ({ browser, server }) => {
  const { page, leave } = await newVisitor(browser, server.url, 'Ada')
  await startConversation(page, 'مساعد ودود يجيب عن رسائل ضيوف فندق صغير.')
  await expect(page.getByRole('log').getByText('مساعد ودود').first()).toHaveCSS('direction', 'rtl')
  await draftOf(page).click()
  await page.keyboard.type('أجب بلطف.\nBe brief.')
  await expect(draftOf(page).locator('.cm-line').first()).toHaveCSS('direction', 'rtl')
  await expect(draftOf(page).locator('.cm-line').last()).toHaveCSS('direction', 'ltr')
  await leave()
})
