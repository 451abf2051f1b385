import type { Locator, Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { draftOf, newVisitor, saved, shareLink, startConversation } from './people.ts'
import { expect, test } from './server.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 740 }, hasTouch: true }
const lines = ['# Style', 'Be kind.', 'Answer in two sentences.', 'Never guess.']

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Comments' })
const threadOf = (page: Page, author: string): Locator => panelOf(page).getByRole('article', { name: `Comment of ${author}` })
const marksOf = (page: Page): Promise<string[]> => draftOf(page).locator('.cm-comment').allTextContents()

async function write(page: Page, text: string): Promise<void> {
  await draftOf(page).click()
  await page.keyboard.insertText(text)
  await saved(page)
}

/** Selects a line of the draft by the keyboard and begins a comment on it. */
async function commentOn(page: Page, line: string): Promise<void> {
  await draftOf(page).locator('.cm-line', { hasText: line }).click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('Control+Alt+m')
  await expect(panelOf(page).getByRole('textbox', { name: 'New comment' })).toBeFocused()
}

/** How much the person has not read yet. */
async function unread(page: Page): Promise<number> {
  const text = await page.evaluate(async () => (await fetch('/trpc/notifications.unread')).text())
  return Number(/"count":(\d+)/.exec(text)?.[1] ?? /"json":(\d+)/.exec(text)?.[1] ?? Number.NaN)
}

test('a comment stays on its words while others write, is answered from a phone, tells whom it mentions, and is resolved', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const grace = await newVisitor(browser, server.url, 'Grace Hopper', phone)
  const errors: string[] = []
  await startConversation(ada.page)
  await grace.page.goto(await shareLink(ada.page, 'Can comment'))
  await expect(grace.page).toHaveURL(ada.page.url())
  for (const { page } of [ada, grace]) hearErrors(page, errors)
  await write(ada.page, lines.join('\n'))

  await commentOn(ada.page, 'Answer in two')
  await ada.page.keyboard.type('Too short? @Gra')
  await expect(panelOf(ada.page).getByRole('option', { name: /Grace Hopper/ })).toHaveAttribute('aria-selected', 'true')
  await ada.page.keyboard.press('Enter')
  await ada.page.keyboard.press('Control+Enter')
  await expect(threadOf(ada.page, 'Ada')).toContainText('Too short? @Grace Hopper')
  await expect.poll(() => unread(grace.page)).toBe(1)
  expect(await unread(ada.page)).toBe(0)

  await draftOf(ada.page).locator('.cm-line').first().click()
  await ada.page.keyboard.press('Control+Home')
  await ada.page.keyboard.type('Hello. ')
  await ada.page.keyboard.press('Enter')
  await saved(ada.page)
  await expect.poll(() => marksOf(ada.page)).toEqual(['Answer in two sentences.'])

  const [id = ''] = /(?<=comment-)[0-9a-f-]{36}/.exec(await threadOf(ada.page, 'Ada').innerHTML()) ?? []
  await grace.page.goto(`${ada.page.url()}#comment-${id}`)
  const thread = threadOf(grace.page, 'Ada')
  await expect(thread).toContainText('Too short? @Grace Hopper')
  await expect.poll(() => marksOf(grace.page)).toEqual(['Answer in two sentences.'])
  await expectNoSidewaysScroll(grace.page)
  await thread.getByRole('button', { name: 'Reply', exact: true }).click()
  await grace.page.keyboard.type('Three are fine. See https://example.com/style.')
  await thread.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(threadOf(ada.page, 'Ada')).toContainText('Three are fine.')
  await expect(threadOf(ada.page, 'Ada').getByRole('link', { name: 'https://example.com/style' })).toBeVisible()
  await expect.poll(() => unread(ada.page)).toBe(1)
  await expect(thread.getByRole('button', { name: 'Resolve' })).toBeHidden()

  await threadOf(ada.page, 'Ada').getByRole('button', { name: 'Resolve' }).click()
  await expect(panelOf(grace.page).getByText('Show resolved (1)')).toBeVisible()
  await expect.poll(() => marksOf(ada.page)).toEqual([])
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => marksOf(ada.page)).toEqual(['Answer in two sentences.'])

  await draftOf(ada.page).locator('.cm-line', { hasText: 'Answer in two' }).click()
  await ada.page.keyboard.press('Home')
  await ada.page.keyboard.press('Shift+End')
  await ada.page.keyboard.press('Delete')
  await expect(panelOf(grace.page).getByRole('region', { name: 'No longer in the text' })).toContainText(
    'Answer in two sentences.',
  )
  await ada.page.keyboard.press('Control+z')
  await expect.poll(() => marksOf(grace.page)).toEqual(['Answer in two sentences.'])
  expect(errors).toEqual([])
  await ada.leave()
  await grace.leave()
})

test('who only comments selects words in the draft, writes on them, changes it and takes it back', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const grace = await newVisitor(browser, server.url, 'Grace', desk)
  await startConversation(ada.page)
  await write(ada.page, lines.join('\n'))
  await grace.page.goto(await shareLink(ada.page, 'Can comment'))
  await expect(draftOf(grace.page)).toContainText('Never guess.')

  await draftOf(grace.page)
    .locator('.cm-line', { hasText: 'Be kind' })
    .dblclick({ position: { x: 50, y: 10 } })
  await grace.page.getByRole('button', { name: 'Comment', exact: true }).click()
  await grace.page.keyboard.type('To whom?')
  await grace.page.keyboard.press('Control+Enter')
  await expect.poll(() => marksOf(ada.page)).toEqual(['kind'])
  await draftOf(ada.page).locator('.cm-comment').click()
  await expect(threadOf(ada.page, 'Grace')).toContainText('To whom?')
  await expect(threadOf(ada.page, 'Grace')).toBeFocused()
  await ada.page.keyboard.press('Escape')
  await expect(panelOf(ada.page)).toBeHidden()
  await expect(draftOf(ada.page)).toBeFocused()

  const thread = threadOf(grace.page, 'Grace')
  await thread.getByRole('button', { name: /^More/ }).click()
  await grace.page.getByRole('menuitem', { name: 'Edit' }).click()
  await thread.getByRole('textbox', { name: 'Change the comment' }).fill('To everybody?')
  await thread.getByRole('button', { name: 'Save' }).click()
  await expect(thread).toContainText('To everybody?')
  await expect(thread).toContainText('edited')
  await thread.getByRole('button', { name: /^More/ }).click()
  await grace.page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect.poll(() => marksOf(ada.page)).toEqual([])
  await grace.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => marksOf(ada.page)).toEqual(['kind'])
  await ada.page.reload()
  await expect.poll(() => marksOf(ada.page)).toEqual(['kind'])
  await ada.leave()
  await grace.leave()
})

test('a reply that was not sent survives a reload and the thread’s being resolved', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const grace = await newVisitor(browser, server.url, 'Grace', desk)
  await startConversation(ada.page)
  await write(ada.page, lines.join('\n'))
  await commentOn(ada.page, 'Be kind')
  await ada.page.keyboard.type('To whom?')
  await ada.page.keyboard.press('Control+Enter')
  await grace.page.goto(await shareLink(ada.page, 'Can comment'))
  await draftOf(grace.page).locator('.cm-comment').click()
  const thread = threadOf(grace.page, 'Ada')
  await thread.getByRole('button', { name: 'Reply', exact: true }).click()
  await grace.page.keyboard.type('To everybody.')

  await grace.page.reload()
  await draftOf(grace.page).locator('.cm-comment').click()
  await expect(thread.getByRole('textbox', { name: 'Reply to Ada' })).toHaveValue('To everybody.')

  await threadOf(ada.page, 'Ada').getByRole('button', { name: 'Resolve' }).click()
  await expect(thread).toContainText('Your reply was not sent.')
  await expect(thread.getByRole('button', { name: 'Copy' })).toBeVisible()
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await thread.getByRole('button', { name: 'Reply', exact: true }).click()
  await expect(threadOf(ada.page, 'Ada')).toContainText('To everybody.')
  await expect(thread.getByRole('textbox')).toBeHidden()
  await ada.leave()
  await grace.leave()
})

test('the page goes along with somebody’s cursor through a long text until one scrolls', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const grace = await newVisitor(browser, server.url, 'Grace', desk)
  await startConversation(ada.page)
  const long = Array.from({ length: 300 }, (_, index) =>
    index % 100 === 0 ? `# Part ${index / 100 + 1}` : `Rule ${index} of many.`,
  )
  await write(ada.page, long.join('\n'))
  await grace.page.goto(await shareLink(ada.page, 'Can read'))
  await draftOf(ada.page).click()
  await ada.page.keyboard.press('Control+Home')
  await expect(draftOf(grace.page)).toContainText('Rule 1 of many.')

  await grace.page.getByRole('button', { name: /^Ada, Owner/ }).click()
  await grace.page.getByRole('menuitem', { name: 'Follow their cursor' }).click()
  await expect(grace.page.getByText('Following Ada')).toBeVisible()
  await ada.page.keyboard.press('Control+End')
  await expect(draftOf(grace.page).getByText('Rule 299 of many.')).toBeInViewport()
  await expect(grace.page.getByRole('button', { name: /^Ada, Owner, .*in “Part 3”$/ })).toBeVisible()
  await ada.page.keyboard.press('Control+Home')
  await expect(draftOf(grace.page).getByText('Rule 1 of many.')).toBeInViewport()
  // What is written at the end moves the cursor on the screen, not in the text.
  await ada.page.keyboard.press('Control+End')
  for (let line = 0; line < 30; line += 1) await ada.page.keyboard.type('\nA new rule.')
  await ada.page.keyboard.type(' The last.')
  await expect(draftOf(grace.page).getByText('A new rule. The last.')).toBeInViewport()
  await expect(grace.page.getByRole('button', { name: /^Ada, Owner, writing, in “Part 3”$/ })).toBeVisible()

  await draftOf(grace.page).hover()
  await grace.page.mouse.wheel(0, 300)
  await expect(grace.page.getByText('Following Ada')).toBeHidden()
  await ada.page.keyboard.press('Control+End')
  await expect(grace.page.getByRole('button', { name: /^Ada, Owner, .*in “Part 3”$/ })).toBeVisible()
  await expect(draftOf(grace.page).getByText('Rule 299 of many.')).not.toBeInViewport()
  await ada.leave()
  await grace.leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`comments can be used by everybody, beside the draft and as a sheet, in ${colorScheme}`, async ({ browser, server }) => {
    for (const size of [desk, phone, { ...phone, viewport: { width: 320, height: 640 } }]) {
      const { page, leave } = await newVisitor(browser, server.url, 'Ada', { ...size, colorScheme })
      await startConversation(page)
      if (size !== desk) await page.getByRole('tab', { name: 'Draft' }).click()
      await page.getByRole('button', { name: /^Comments/ }).click()
      await expect(panelOf(page)).toContainText('Nobody has commented on this draft yet.')
      await write(page, lines.join('\n'))
      await commentOn(page, 'Be kind')
      await page.keyboard.type('To whom? @')
      await expect(panelOf(page).getByRole('listbox')).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Enter')
      await expect(threadOf(page, 'Ada')).toContainText('To whom?')
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
      await leave()
    }
  })
}
