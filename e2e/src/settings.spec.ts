import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { desk, newVisitor, startConversation } from './people.ts'

test('an announcement is on every page at once, also on those that are open, and goes again', async ({
  browser,
  server,
  administrator: { page },
}) => {
  const errors: string[] = []
  hearErrors(page, errors)
  const ada = await newVisitor(browser, server.url, 'Ada Told')
  await startConversation(ada.page)

  await page.goto('/')
  await expect(desk(page)).toBeVisible()
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused()
  const words = page.getByLabel('What everybody should know')
  await words.fill('Prologue is away at noon for ten minutes')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  const bar = page.getByRole('complementary', { name: 'Announcement' })
  await expect(bar).toContainText('away at noon')
  await expect(ada.page.getByRole('complementary', { name: 'Announcement' })).toContainText('away at noon')
  expect(await ada.page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await words.fill('')
  await page.getByRole('button', { name: 'Save the announcement' }).click()
  await expect(bar).not.toContainText('away at noon')
  await expect(ada.page.getByRole('complementary', { name: 'Announcement' })).not.toContainText('away at noon')
  expect(errors).toEqual([])
  await ada.leave()
})

test('a closed sign-up says so, and a wrong number is told at its field', async ({
  browser,
  server,
  administrator: { page },
}) => {
  await page.goto('/admin/settings')
  await page.getByLabel('Closed').check()
  await page.getByRole('button', { name: 'Save who signs up' }).click()
  await expect(page.getByText('Saved. It counts from now on.').first()).toBeVisible()
  const context = await browser.newContext({ baseURL: server.url })
  const stranger = await context.newPage()
  await stranger.goto('/signup')
  await expect(stranger.getByText('Nobody can make an account here just now.')).toBeVisible()
  await context.close()
  await page.getByLabel('Open').check()
  await page.getByRole('button', { name: 'Save who signs up' }).click()
  const idle = page.getByLabel(/^Idle conversations/)
  await idle.fill('0')
  await page.getByRole('button', { name: 'Save the times' }).click()
  await expect(idle).toBeFocused()
  await expect(page.getByText('Enter a whole number of days from 1 to 3650.')).toBeVisible()
  await idle.fill('60')
  await page.getByRole('button', { name: 'Save the times' }).click()
  await page.reload()
  await expect(idle).toHaveValue('60')
  await expect(page.getByRole('radio', { name: 'Open' })).toBeChecked()
})
