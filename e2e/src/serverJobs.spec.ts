import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'

test('an administrator sees what the server does by itself, and has it done now', async ({ administrator: { page } }) => {
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Jobs' }).click()
  await expect(page.getByRole('heading', { name: 'Jobs' })).toBeFocused()
  const row = page.getByRole('listitem').filter({ hasText: 'Remove what was deleted' })
  await expect(row).toContainText(/Due .*:30/)
  await expect(row).toContainText('Not done yet.')
  const now = row.getByRole('button', { name: 'Do it now: Remove what was deleted' })
  await now.focus()
  await page.keyboard.press('Enter')
  await expect(row).toContainText(/Done now in \d.* there was nothing to do/, { timeout: 20_000 })
  await expect(row).toContainText(/Due .*:30/)
  await expect(now).toBeFocused()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  expect(errors).toEqual([])
})
