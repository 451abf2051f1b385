import type { Locator, Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { expect, test } from './server.ts'
import { desk, newVisitor, shareLink, startConversation } from './people.ts'

const about = { algebra: 'A tutor of algebra.', cook: 'A cook of few words.', guide: 'A guide through the old town.' }
const titles = { algebra: 'A tutor of algebra', cook: 'A cook of few words', guide: 'A guide through the old town' }

const listOf = (page: Page): Locator => page.getByRole('navigation', { name: 'Conversations' })
const rowOf = (place: Locator, title: string): Locator =>
  place.getByRole('listitem').filter({ has: place.page().getByRole('link', { name: title }) })
const linkOf = (place: Locator, title: string): Locator => rowOf(place, title).getByRole('link')
const menuOf = (place: Locator, title: string): Locator => place.getByRole('button', { name: `Menu of ${title}` })

async function choose(page: Page, place: Locator, title: string, item: string): Promise<void> {
  await rowOf(place, title).hover()
  await menuOf(place, title).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** In the head of the open conversation. */
async function chooseInHead(page: Page, title: string, item: string): Promise<void> {
  await menuOf(page.getByRole('banner'), title).click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Message' }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('log').getByText(text).first()).toBeVisible()
}

/** Opens what is shared and stays until it counts as read. */
async function visit(page: Page, link: string, title: string): Promise<void> {
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(linkOf(listOf(page), title)).toBeVisible()
  await expect(linkOf(listOf(page), title)).not.toContainText('unread')
}

async function startAnother(page: Page, description: string): Promise<void> {
  await page.goto('/')
  await startConversation(page, description)
}

test('what one does with a conversation, the lists of the others show without being loaded again', async ({
  browser,
  server,
}) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const grace = await newVisitor(browser, server.url, 'Grace')
  await startConversation(ada.page, about.algebra)
  await visit(grace.page, await shareLink(ada.page, 'Can write'), titles.algebra)
  await startAnother(grace.page, about.cook)
  const list = listOf(grace.page)
  await expect(linkOf(list, titles.algebra)).toBeVisible()
  await expect(list.getByText('unread')).toHaveCount(0)

  await say(ada.page, 'It speaks German.')
  await expect(linkOf(list, titles.algebra)).toContainText('1 unread')
  await expect(linkOf(listOf(ada.page), titles.algebra)).not.toContainText('unread')

  await ada.page.getByRole('button', { name: titles.algebra, exact: true }).click()
  await ada.page.getByRole('textbox', { name: 'Title' }).fill('Algebra for all')
  await ada.page.keyboard.press('Enter')
  await expect(linkOf(list, 'Algebra for all')).toBeVisible()

  await chooseInHead(ada.page, 'Algebra for all', 'Pause')
  await expect(linkOf(list, 'Algebra for all')).toHaveCount(0)
  await expect(ada.page.getByText('This conversation is paused; make it active to write.').first()).toBeVisible()
  await expect(ada.page.getByRole('textbox', { name: 'Message' })).toBeHidden()
  await list.getByLabel('Which state').selectOption('Paused')
  await expect(linkOf(list, 'Algebra for all')).toBeVisible()
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect(ada.page.getByRole('textbox', { name: 'Message' })).toBeVisible()
  await expect(list.getByText(/^Nothing is paused/)).toBeVisible()
  await list.getByRole('button', { name: 'Show active' }).click()
  await expect(linkOf(list, 'Algebra for all')).toContainText('1 unread')

  await chooseInHead(ada.page, 'Algebra for all', 'Delete')
  await expect(desk(ada.page)).toBeVisible()
  await expect(linkOf(list, 'Algebra for all')).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect(ada.page.getByRole('heading', { name: 'Algebra for all' })).toBeVisible()
  await expect(linkOf(list, 'Algebra for all')).toBeVisible()
  await ada.leave()
  await grace.leave()
})

test('two tabs of one person agree on what is read and what is pinned', async ({ browser, server }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const grace = await newVisitor(browser, server.url, 'Grace')
  await startConversation(ada.page, about.algebra)
  await visit(grace.page, await shareLink(ada.page, 'Can read'), titles.algebra)
  await startAnother(grace.page, about.cook)
  const second = await grace.page.context().newPage()
  await second.goto('/')
  const [one, other] = [listOf(grace.page), second.getByRole('region', { name: 'Recent conversations' })]
  await say(ada.page, 'It speaks German.')
  for (const list of [one, other]) await expect(linkOf(list, titles.algebra)).toContainText('1 unread')

  await choose(grace.page, one, titles.algebra, 'Pin')
  for (const list of [one, other]) await expect(linkOf(list.getByRole('list', { name: 'Pinned' }), titles.algebra)).toBeVisible()
  await linkOf(one, titles.algebra).click()
  for (const list of [one, other]) await expect(linkOf(list, titles.algebra)).not.toContainText('unread')
  await say(ada.page, 'It is patient.')
  await expect(grace.page.getByRole('log').getByText('It is patient.').first()).toBeVisible()
  await expect(linkOf(other, titles.algebra)).not.toContainText('unread')

  await linkOf(one, titles.cook).click()
  await say(ada.page, 'It never gives the solution away.')
  await expect(linkOf(one, titles.algebra)).toContainText('1 unread')
  await choose(second, other, titles.algebra, 'Mark as read')
  for (const list of [one, other]) await expect(linkOf(list, titles.algebra)).not.toContainText('unread')
  await choose(second, other, titles.algebra, 'Unpin')
  for (const list of [one, other]) await expect(list.getByRole('list', { name: 'Pinned' })).toHaveCount(0)

  await one.getByLabel('Whose').selectOption('Shared with me')
  await expect(linkOf(one, titles.algebra)).toBeVisible()
  await expect(linkOf(one, titles.cook)).toHaveCount(0)
  await ada.leave()
  await grace.leave()
})

test('a copy has the text and nobody else, and opens from the notice of it', async ({ browser, server }) => {
  const { page, leave } = await newVisitor(browser, server.url, 'Ada')
  await startConversation(page, about.algebra)
  await page.getByRole('textbox', { name: 'Draft' }).click()
  await page.keyboard.type('You are a patient tutor.')
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await chooseInHead(page, titles.algebra, 'Duplicate')
  await page.getByRole('button', { name: 'Open the copy' }).click()
  await expect(page.getByRole('heading', { name: `Copy of ${titles.algebra}` })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Draft' })).toContainText('You are a patient tutor.')
  await expect(page.getByText('Say what the assistant is for')).toBeVisible()
  await leave()
})

test('by keyboard everything is done, and the focus stays where the work is', async ({ browser, server }) => {
  const { page, leave } = await newVisitor(browser, server.url, 'Ada')
  for (const description of [about.algebra, about.cook, about.guide]) {
    await startConversation(page, description)
    await page.goto('/')
  }
  const recent = page.getByRole('region', { name: 'Recent conversations' })
  await expect(linkOf(recent, titles.algebra)).toBeVisible()
  const act = async (title: string, item: string) => {
    await menuOf(recent, title).focus()
    await page.keyboard.press('Enter')
    const items = page.getByRole('menuitem')
    await expect(items.first()).toBeFocused()
    const place = (await items.allTextContents()).indexOf(item)
    for (let at = 1; at <= place; at += 1) {
      await page.keyboard.press('ArrowDown')
      await expect(items.nth(at)).toBeFocused()
    }
    await expect(page.getByRole('menuitem', { name: item, exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('menu')).toHaveCount(0)
  }
  await act(titles.algebra, 'Pin')
  await expect(linkOf(recent.getByRole('list', { name: 'Pinned' }), titles.algebra)).toBeFocused()
  await act(titles.guide, 'Archive')
  await expect(linkOf(recent, titles.guide)).toHaveCount(0)
  await expect(linkOf(recent, titles.cook)).toBeFocused()
  await act(titles.cook, 'Duplicate')
  await expect(page.getByText(`“${titles.cook}” is copied.`)).toBeVisible()
  await expect(menuOf(recent, titles.cook).first()).toBeFocused()
  await leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list can be used by everybody on a desk and on a phone, in ${colorScheme}`, async ({ browser, server }) => {
    test.slow()
    const errors: string[] = []
    const { page, leave } = await newVisitor(browser, server.url, 'Ada', { colorScheme, hasTouch: true })
    hearErrors(page, errors)
    for (const description of [about.cook, about.algebra]) {
      await page.goto('/')
      await startConversation(page, description)
    }
    await choose(page, listOf(page), titles.cook, 'Pin')
    await expect(listOf(page).getByRole('list', { name: 'Pinned' })).toBeVisible()
    await expectAccessible(page)
    await chooseInHead(page, titles.algebra, 'Complete')
    await expect(page.getByRole('banner').getByText('Completed', { exact: true })).toBeVisible()
    await menuOf(page.getByRole('banner'), titles.algebra).click()
    await expect(page.getByRole('menuitem', { name: 'Make active' })).toBeVisible()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 740 })
      await expectNoSidewaysScroll(page)
      await page.getByRole('button', { name: 'Conversations' }).click()
      const drawer = page.getByRole('dialog', { name: 'Conversations' })
      await drawer.getByLabel('Which state').selectOption('Completed')
      await expect(linkOf(drawer, titles.algebra)).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await menuOf(drawer, titles.algebra).click()
      await expect(page.getByRole('menuitem', { name: 'Archive' })).toBeVisible()
      await expectNoSidewaysScroll(page)
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menuitem', { name: 'Archive' })).toBeHidden()
      await page.keyboard.press('Escape')
      await expect(drawer).toBeHidden()
      await page.goto('/')
      await expect(linkOf(page.getByRole('main'), titles.cook)).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await page.goBack()
    }
    expect(errors).toEqual([])
    await leave()
  })
}
