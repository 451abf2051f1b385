import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor } from './people.ts'

test('what is too much is told on the page, shown, and acknowledged by name; what is too much is set', async ({
  browser,
  server,
  administrator: { page },
}) => {
  test.slow()
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto('/admin/settings')
  const rules = page.getByRole('form', { name: 'Alerts' })
  const roles = rules.getByRole('group', { name: 'Accounts that one person gives another role' })
  await roles.getByLabel('From how many').fill('none')
  await rules.getByRole('button', { name: 'Save the alerts' }).click()
  await expect(roles.getByLabel('From how many')).toBeFocused()
  await expect(roles.getByText('Enter a whole number')).toBeVisible()
  await roles.getByLabel('From how many').fill('1')
  await roles.getByLabel('Within minutes').fill('30')
  await rules.getByRole('button', { name: 'Save the alerts' }).click()
  await expect(page.getByText('Saved. It counts from now on.')).toBeVisible()
  await page.screenshot({ path: 'test-results/alert-rules.png', fullPage: true })

  const grace = await newVisitor(browser, server.url, 'Grace Raised')
  await page.goto('/admin/users')
  await page.getByRole('searchbox', { name: 'Find' }).fill(grace.email)
  await page.getByRole('combobox', { name: 'Role of Grace Raised' }).selectOption('Moderator')
  await grace.leave()

  await page.goto('/admin/activity')
  // The server looks for it every minute.
  const alert = page.getByRole('list', { name: 'Open alerts' }).getByRole('listitem')
  await expect(alert).toContainText('Root gave an account another role', { timeout: 100_000 })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/alerts-${colorScheme}.png` })
  }
  await alert.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(/kind=users/)
  await expect(page.getByRole('feed', { name: 'Activity' }).getByRole('article').first()).toHaveAccessibleName(
    'Root changed role of an account',
  )
  await page.setViewportSize({ width: 390, height: 844 })
  await page.screenshot({ path: 'test-results/alerts-phone.png' })
  await expectNoSidewaysScroll(page)

  await alert.getByRole('button', { name: 'Acknowledge' }).click()
  await expect(page.getByText('No alert waits for anybody.')).toBeVisible()
  await page.getByText('Acknowledged alerts').click()
  await expect(page.getByRole('list', { name: 'Acknowledged alerts' })).toContainText('acknowledged by Root')
  expect(errors).toEqual([])
})
