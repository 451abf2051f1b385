import type { Locator, Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor } from './people.ts'
import { expect, test } from './server.ts'

const field = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search templates' })
const cards = (page: Page): Locator =>
  page
    .getByRole('list', { name: 'Templates' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading') })
const found = (page: Page): Locator => page.getByRole('region', { name: 'What was found' }).getByRole('status').first()
const filters = (page: Page): Locator => page.getByRole('navigation', { name: 'Filters' })

async function addTemplate(page: Page, title: string, more: object = {}): Promise<void> {
  const json = {
    title,
    category: 'support',
    content: 'Be kind to {{ guest }}.',
    variables: [{ name: 'guest', type: 'text' }],
    ...more,
  }
  const status = await page.evaluate(
    (body) =>
      fetch('/trpc/templates.create', { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then(
        (answer) => answer.status,
      ),
    JSON.stringify({ json }),
  )
  expect(status).toBe(200)
}

test('is searched as one types, and the address says what is looked for', async ({ page }) => {
  await page.goto('/templates')
  await expect(cards(page).first()).toBeVisible()
  await expect(found(page)).toHaveText(/^\d+ templates$/)

  await page.keyboard.press('/')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('unit te')
  await expect(cards(page)).toHaveCount(1)
  await expect(page.locator('mark').first()).toHaveText('Unit')
  await expect(found(page)).toHaveText('1 template')
  await expect(page).toHaveURL(/\/templates\?q=unit\+te$/)
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'Unit tests from a function' })).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()

  await page.goBack()
  await expect(field(page)).toHaveValue('')
  await expect(cards(page)).not.toHaveCount(1)
  await page.goForward()
  await expect(field(page)).toHaveValue('unit te')
  await page.reload()
  await expect(field(page)).toHaveValue('unit te')
  await expect(cards(page)).toHaveCount(1)

  await field(page).fill('no template says this')
  await expect(page.getByRole('heading', { name: 'Nothing found for “no template says this”' })).toBeVisible()
  await page.getByRole('link', { name: 'Clear the search' }).click()
  await expect(cards(page)).not.toHaveCount(0)
})

test('is narrowed by filters, each an address, and put in another order', async ({ page }) => {
  await page.goto('/templates')
  const coding = filters(page).getByRole('link', { name: /^Coding/ })
  const count = Number(/\d+/.exec((await coding.textContent()) ?? '')?.[0])
  await coding.click()
  await expect(cards(page)).toHaveCount(count)
  await expect(coding).toHaveAttribute('aria-current', 'true')
  const tag = filters(page).getByRole('region', { name: 'Tags' }).getByRole('link').first()
  await tag.click()
  await expect(page).toHaveURL(/category=coding&tag=/)
  await expect(cards(page)).not.toHaveCount(count)
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Newest')
  await expect(page).toHaveURL(/sort=newest/)
  await expect(page.locator('[data-old]')).toHaveCount(0)
  const { href } = await page.evaluate(() => ({ href: location.href }))
  const titles = await cards(page).getByRole('heading').allTextContents()

  await page.goto('/')
  await page.goto(href)
  await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveValue('newest')
  await expect(cards(page).getByRole('heading')).toHaveText(titles)
  await page.getByRole('link', { name: 'Coding: take back' }).click()
  await expect(page).not.toHaveURL(/category/)
  await page.goBack()
  await expect(page).toHaveURL(/category=coding/)
})

test('one’s own are tagged, deleted and brought back several at once, each with its Undo', async ({ browser, server }) => {
  const { page, leave } = await newVisitor(browser, server.url, 'Ada', { viewport: { width: 1280, height: 900 } })
  await page.goto('/templates?scope=mine')
  await expect(page.getByRole('heading', { name: 'You have no template yet' })).toBeVisible()
  for (const title of ['Gull one', 'Gull two', 'Gull three']) await addTemplate(page, title)
  await page.reload()
  await expect(cards(page)).toHaveCount(3)

  // Nothing is said of them, and no place is kept for it.
  await expect(cards(page).first().locator('p').first()).toHaveCSS('height', '0px')
  await page.getByRole('checkbox', { name: 'Select Gull one' }).check()
  await page.getByRole('checkbox', { name: 'Select Gull two' }).check()
  await expect(page.getByText('2 templates selected')).toBeVisible()
  await page.getByRole('button', { name: 'Tags' }).click()
  await page.getByRole('combobox', { name: 'Add' }).fill('birds')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Change the tags' }).click()
  await expect(page.getByText('Tags of 2 templates changed.')).toBeVisible()
  await expect(cards(page).getByRole('link', { name: 'birds' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page).getByRole('link', { name: 'birds' })).toHaveCount(0)

  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(cards(page)).toHaveCount(1)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page)).toHaveCount(3)

  await page.getByRole('checkbox', { name: 'Select Gull three' }).check()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect(cards(page)).toHaveCount(2)
  await page.getByRole('link', { name: 'Deleted', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Select Gull three' }).check()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is deleted' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cards(page)).toHaveCount(1)
  await page.getByRole('checkbox', { name: 'Select Gull three' }).check()
  await page.getByRole('button', { name: 'Restore' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing is deleted' })).toBeVisible()
  await page.getByRole('link', { name: 'Mine', exact: true }).click()
  await expect(cards(page)).toHaveCount(3)
  await expectAccessible(page)
  await leave()
})

test('lists what an author wrote, what is for a family of models, and what one likes', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada Skua')
  await addTemplate(ada.page, 'Skua of the north', { visibility: 'public', tags: ['seabird'] })
  await addTemplate(ada.page, 'Skua of the south', { visibility: 'public', family: 'claude' })
  await ada.leave()

  const { page, leave } = await newVisitor(browser, server.url, 'Grace', { viewport: { width: 1280, height: 900 } })
  await page.goto('/templates?q=skua+seabird')
  await expect(cards(page)).toHaveCount(1)
  await expect(cards(page).getByRole('link', { name: 'seabird' }).locator('mark')).toHaveText('seabird')
  await cards(page).getByRole('link', { name: 'All by Ada Skua' }).click()
  await expect(page).toHaveURL(/author=/)
  await expect(cards(page).getByRole('heading')).toHaveText(['Skua of the south', 'Skua of the north'])
  await filters(page)
    .getByRole('link', { name: /^Claude/ })
    .click()
  await expect(page).toHaveURL(/author=.*family=claude/)
  await expect(cards(page).getByRole('heading')).toHaveText(['Skua of the south'])

  await cards(page)
    .getByRole('button', { name: /favourite/i })
    .click()
  await page.getByRole('link', { name: 'Favourites', exact: true }).click()
  await expect(cards(page).getByRole('heading')).toHaveText(['Skua of the south'])
  const removed = page.waitForResponse(/favourites\.remove/)
  await cards(page)
    .getByRole('button', { name: /favourite/i })
    .click()
  await removed
  await page.reload()
  await expect(page.getByRole('heading', { name: 'No favourites yet' })).toBeVisible()
  await leave()
})

test('goes on by scrolling, and says what is wrong when it cannot be read', async ({ browser, server }) => {
  const { page, leave } = await newVisitor(browser, server.url, 'Ada', { viewport: { width: 1280, height: 900 } })
  for (let at = 1; at <= 60; at++) await addTemplate(page, `Tern ${at}`, { visibility: 'public' })
  await page.goto('/templates?q=tern')
  await expect(cards(page).first()).toBeVisible()
  await page.mouse.move(600, 600)
  await expect(async () => {
    await page.mouse.wheel(0, 4_000)
    await expect(cards(page)).toHaveCount(60, { timeout: 200 })
  }).toPass()
  // The wheel turns on after all is there: once it is at the end it moves nothing any more.
  await page.mouse.wheel(0, 20_000)
  await expect.poll(() => page.evaluate(() => Math.ceil(scrollY + innerHeight - document.documentElement.scrollHeight))).toBe(0)
  await expect(page.getByRole('button', { name: 'Show more' })).toBeHidden()

  // Back leads to the same place of the same list.
  const last = cards(page).getByRole('heading').nth(55)
  await last.getByRole('link').click()
  await expect(page).not.toHaveURL(/tern$/)
  await page.goBack()
  await expect(last).toBeInViewport()

  await page.context().setOffline(true)
  await expect(page.getByText('You are offline. What stands here was read before.')).toBeVisible()
  await field(page).fill('tern 7')
  await page.context().setOffline(false)
  await expect(cards(page).getByRole('heading', { name: 'Tern 7', exact: true })).toBeVisible()

  // It may travel with others, in any order.
  const browsing = /\/trpc\/[^?]*library\.browse/
  await page.route(browsing, (route) => route.fulfill({ status: 502, body: 'nobody' }))
  await page.goto('/templates')
  await expect(page.getByRole('heading', { name: 'The library could not be read' })).toBeVisible({ timeout: 20_000 })
  await page.unroute(browsing)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(cards(page).first()).toBeVisible()
  await leave()
})

test('who describes an assistant is shown what fits, and a list of one’s own asks for an account', async ({
  browser,
  page,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await ada.page.getByLabel('Describe the assistant you want').fill('Somebody who writes unit tests for my function')
  await expect(ada.page.getByRole('link', { name: 'Unit tests from a function' })).toBeVisible()
  await ada.leave()
  await page.goto('/templates?scope=mine')
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await expect(page).toHaveURL('/login?next=%2Ftemplates%3Fscope%3Dmine')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`can be used by everybody on any screen, in ${colorScheme}`, async ({ browser, server }) => {
    const errors: string[] = []
    for (const [width, height] of [
      [320, 640],
      [390, 844],
      [1440, 900],
      [3840, 2160],
    ] as const) {
      const context = await browser.newContext({
        baseURL: server.url,
        colorScheme,
        viewport: { width, height },
        hasTouch: width < 500,
      })
      const page = await context.newPage()
      hearErrors(page, errors)
      await page.goto('/templates?q=test')
      await expect(cards(page).first()).toBeVisible()
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      if (width < 500) {
        await page.getByRole('button', { name: 'Filters' }).click()
        await expect(filters(page)).toBeVisible()
        await expectNoSidewaysScroll(page)
      }
      await context.close()
    }
    expect(errors).toEqual([])
  })
}
