import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { applyAnswer, draftOf, draftText, newVisitor, saved, shareLink, startConversation } from './people.ts'
import { expect, test, type BuiltServer } from './server.ts'

/** Ada's conversation, in which Grace writes too. */
async function openTogether(browser: Browser, { url }: BuiltServer, options: BrowserContextOptions = {}) {
  const ada = await newVisitor(browser, url, 'Ada', options)
  const grace = await newVisitor(browser, url, 'Grace', options)
  await startConversation(ada.page)
  await grace.page.goto(await shareLink(ada.page, 'Can write'))
  await expect(draftOf(grace.page)).toBeVisible()
  return { ada, grace }
}

async function write(page: Page, text: string, where: 'Control+Home' | 'Control+End' = 'Control+End'): Promise<void> {
  await draftOf(page).click()
  await page.keyboard.press(where)
  await page.keyboard.type(text)
  await saved(page)
}

/** By its button in the bar, or on a phone by the menu that holds them all. */
async function press(page: Page, name: 'Checkpoint' | 'History' | 'Who wrote what'): Promise<void> {
  const menu = page.getByRole('button', { name: 'History and authors' })
  const inMenu = await menu.isVisible()
  if (inMenu) await menu.click()
  await page.getByRole(inMenu ? 'menuitem' : 'button', { name, exact: true }).click()
}

async function keep(page: Page, name: string): Promise<void> {
  await press(page, 'Checkpoint')
  await page.getByRole('textbox', { name: 'Name of the checkpoint' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByText(`“${name}” is kept in the history.`)).toBeVisible()
}

async function openHistory(page: Page): Promise<Locator> {
  await press(page, 'History')
  return page.getByRole('dialog', { name: 'History' })
}

test('states are kept by hand, compared with now and with each other, and restored while somebody else types', async ({
  browser,
  server,
}) => {
  test.slow()
  const { ada, grace } = await openTogether(browser, server)
  const errors: string[] = []
  hearErrors(ada.page, errors)
  const empty = await openHistory(ada.page)
  await expect(empty.getByText('Nothing is kept yet')).toBeVisible()
  await expectAccessible(ada.page)

  // While the time line is open, it shows what others keep.
  await write(grace.page, 'Answer in German.')
  await keep(grace.page, 'German')
  await expect(empty.getByRole('button', { name: /German.*Grace/ })).toBeVisible()
  await ada.page.keyboard.press('Escape')
  await expect(empty).toBeHidden()
  await expect(ada.page.getByRole('button', { name: 'History', exact: true })).toBeFocused()

  await write(grace.page, ' Be brief.')
  await keep(ada.page, 'Brief')
  const chat = ada.page.getByRole('log', { name: 'Messages' })
  await expect(chat.getByText('Grace joined')).toBeVisible()
  await expect(chat.getByText('Grace saved the checkpoint “German”')).toBeVisible()
  await expect(chat.getByText('You saved the checkpoint “Brief”')).toBeVisible()
  await write(grace.page, 'Hello. ', 'Control+Home')
  await expect(draftOf(ada.page)).toContainText('Hello.')

  const history = await openHistory(ada.page)
  await history.getByRole('button', { name: /^German/ }).click()
  const text = history.getByRole('region', { name: 'Differences' })
  await expect(text).toHaveText('Hello. Answer in German. Be brief.')
  await expect(text.locator('del')).toHaveText(['Hello. ', /Be brief/])
  await history.getByRole('button', { name: /^Compare with Brief/ }).click()
  await expect(text).toHaveText('Answer in German. Be brief.')
  await expect(text.locator('ins')).toHaveText(/Be brief/)
  await expectAccessible(ada.page)
  await history.getByRole('button', { name: 'Compare with now' }).click()
  await expect(text.locator('del')).toHaveCount(2)

  // By the keyboard from entry to entry.
  await history.getByRole('button', { name: /^Brief/ }).click()
  await ada.page.keyboard.press('ArrowDown')
  await expect(history.getByRole('heading', { name: 'German' })).toBeVisible()

  await draftOf(grace.page).click()
  await grace.page.keyboard.press('Control+End')
  const typing = grace.page.keyboard.type(' Grace goes on and on while it is restored.', { delay: 25 })
  await history.getByRole('button', { name: 'Restore' }).click()
  await expect(history).toBeHidden()
  await typing
  await saved(grace.page)
  await expect.poll(() => draftText(ada.page)).toMatch(/^Answer in German\./)
  const restored = await draftText(grace.page)
  expect(restored).not.toContain('Hello.')
  // Of what Grace typed nothing is lost that came after the state was read.
  expect(restored).toContain('restored.')
  await expect.poll(() => draftText(ada.page)).toBe(restored)

  // What was written since then stays when it is taken back.
  await write(grace.page, ' And more.')
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect(ada.page.getByText('The restore was undone.')).toBeVisible()
  await expect.poll(() => draftText(grace.page)).toMatch(/^Hello\. Answer in German.*Be brief/)
  expect(await draftText(grace.page)).toContain(' And more.')
  const after = await openHistory(ada.page)
  await expect(after.getByRole('button', { name: /^Before “German” was restored/ }).first()).toBeVisible()
  expect(errors).toEqual([])
  await ada.leave()
  await grace.leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the text tells who wrote it and when, on hover and in colours, in ${colorScheme}`, async ({ browser, server }) => {
    test.slow()
    const { ada, grace } = await openTogether(browser, server, { colorScheme })
    const errors: string[] = []
    hearErrors(ada.page, errors)
    await applyAnswer(ada.page)
    await write(grace.page, 'Grace was here. ', 'Control+Home')
    await expect(draftOf(ada.page)).toContainText('Grace was here.')

    const tip = ada.page.locator('.cm-author-tip')
    await draftOf(ada.page)
      .locator('.cm-line')
      .first()
      .hover({ position: { x: 30, y: 10 } })
    await expect(tip).toHaveText(/^Grace (just now|today|since)/)
    await draftOf(ada.page)
      .locator('.cm-line')
      .nth(1)
      .hover({ position: { x: 30, y: 10 } })
    await expect(tip).toHaveText(/^The assistant/)
    await ada.page.mouse.move(5, 5)

    await ada.page.getByRole('button', { name: 'Who wrote what' }).click()
    const legend = ada.page.getByRole('region', { name: 'Who wrote what' })
    await expect(legend.getByRole('listitem').filter({ hasText: 'The assistant' })).toBeVisible()
    await expect(legend.getByRole('listitem').filter({ hasText: 'Grace' })).toBeVisible()
    await expect(draftOf(ada.page).locator('[data-author="Grace"]')).toHaveText('Grace was here. ')
    // New edits are coloured as they come, one's own too.
    await write(ada.page, ' Ada, too.')
    await expect(draftOf(ada.page).locator('[data-author="Ada"]')).toHaveText(' Ada, too.')
    await expect(legend).toContainText('At the cursor: You')
    await write(grace.page, 'Again. ', 'Control+Home')
    await expect(draftOf(ada.page).locator('[data-author="Grace"]')).toHaveText(/^Again\. .*Grace was here\./)
    await expectAccessible(ada.page)

    await keep(ada.page, 'With everybody')
    await write(grace.page, 'Last. ', 'Control+Home')
    const history = await openHistory(ada.page)
    await history.getByRole('button', { name: /^With everybody/ }).click()
    await expect(history.getByRole('region', { name: 'Differences' }).locator('del')).toHaveText('Last. ')
    await expectAccessible(ada.page)
    expect(errors).toEqual([])
    await ada.leave()
    await grace.leave()
  })
}

for (const width of [320, 390]) {
  test(`on a phone ${width} wide the history is the whole screen: the time line, then what differs`, async ({
    browser,
    server,
  }) => {
    const { page, leave } = await newVisitor(browser, server.url, 'Ada', { viewport: { width, height: 740 }, hasTouch: true })
    await startConversation(page)
    await applyAnswer(page)
    await page.getByRole('tab', { name: /Draft/ }).click()
    await write(page, ' More.')
    await keep(page, 'The first that I like')
    await write(page, ' And more.')
    await expectNoSidewaysScroll(page)
    await press(page, 'Who wrote what')
    await expect(page.getByRole('region', { name: 'Who wrote what' })).toContainText('The assistant')
    await expectNoSidewaysScroll(page)

    const history = await openHistory(page)
    // Once it has come in.
    await expect.poll(() => history.boundingBox()).toMatchObject({ x: 0, y: 0, width })
    await history.getByRole('button', { name: /^The first that I like/ }).click()
    await expect(history.getByRole('region', { name: 'Differences' }).locator('del')).toHaveText(' And more.')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await history.getByRole('button', { name: 'Back to the time line' }).click()
    await history.getByRole('button', { name: /^Compare with Before an answer/ }).click()
    await expect(history.getByRole('status')).toContainText(/^From /)
    await leave()
  })
}
