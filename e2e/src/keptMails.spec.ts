import { expect, test } from './administered.ts'
import { forgetConfirmations } from './forgetConfirmations.ts'
import { expectAccessible } from './looks.ts'

test('kept mails are read only by who proved lately who they are', async ({ server, administrator: { page } }) => {
  forgetConfirmations(server.dataDir)
  await page.goto('/admin/mail')
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(dialog.getByLabel('Password')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('alert')).toContainText('Confirm that it is you')
  await page.getByRole('button', { name: 'Try again' }).click()
  await dialog.getByLabel('Password').fill('a long enough password')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('list', { name: 'Mails' })).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
})
