import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'

test('an administrator sees how the database is, and has its tables measured', async ({ administrator: { page } }) => {
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Database' }).click()
  await expect(page.getByRole('heading', { name: 'Database' })).toBeFocused()
  await expect(page.getByRole('listitem').filter({ hasText: 'No backup was taken' })).toContainText('prologue backup FILE')
  await expect(page.getByText('Not measured yet')).toBeVisible()
  const measure = page.getByRole('button', { name: 'Measure now' })
  await measure.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /^templates \d/ })).toBeVisible({ timeout: 20_000 })
  await expect(measure).toBeFocused()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  expect(errors).toEqual([])
})
