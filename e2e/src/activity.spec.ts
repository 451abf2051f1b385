import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { signUp } from './people.ts'

test('an administrator sees what happens as it happens, and only what they look for', async ({
  administrator: { page },
  browser,
  server,
}) => {
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeFocused()
  const feed = page.getByRole('feed', { name: 'Activity' })
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible()

  const context = await browser.newContext({ baseURL: server.url })
  const grace = await context.newPage()
  await grace.goto('/signup')
  await signUp(grace, 'Grace', { email: 'grace@example.com', password: 'a long enough password' })
  const entry = feed.getByRole('article', { name: 'Grace signed in' })
  await expect(entry).toBeVisible()
  const { length } = await feed.getByRole('article').all()
  expect(new Set(await feed.getByRole('article').allInnerTexts()).size).toBeLessThanOrEqual(length)

  // Paused, what comes gathers.
  await page.getByRole('button', { name: 'Pause' }).click()
  await grace.getByRole('button', { name: 'Account', exact: true }).click()
  await grace.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: /^\d+ new$/ })).toBeVisible()
  await expect(feed.getByRole('article', { name: 'Grace signed out' })).toBeHidden()
  await page.getByRole('button', { name: /^\d+ new$/ }).click()
  await expect(feed.getByRole('article', { name: 'Grace signed out' })).toBeVisible()

  // By the keys alone: the details of an entry, and what only they did.
  await entry.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(entry.getByText('Number in the audit')).toBeVisible()
  await page.screenshot({ path: 'test-results/activity-light.png' })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.screenshot({ path: 'test-results/activity-dark.png' })
  await entry.getByRole('button', { name: 'Only by Grace' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/who=/)
  await expect(feed.getByRole('article').first()).toHaveAccessibleName(/^Grace /)
  await expect(feed.getByRole('article', { name: /^Root/ })).toHaveCount(0)
  await page.getByLabel('What was done').selectOption('sign-out')
  await expect(feed.getByRole('article')).toHaveCount(1)
  await page.reload()
  await expect(feed.getByRole('article')).toHaveCount(1)

  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(feed.getByRole('article').nth(3)).toBeVisible()
  await page.screenshot({ path: 'test-results/activity-phone.png' })
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  expect(errors).toEqual([])
  await context.close()
})
