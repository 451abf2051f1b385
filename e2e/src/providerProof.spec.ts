import { forgetConfirmations } from './forgetConfirmations.ts'
import { expectAccessible } from './looks.ts'
import { expect, test } from './modelled.ts'
import { add, rowOf } from './providing.ts'

test('saving and removing a provider ask who is there, and go on by themselves once that is proved', async ({
  administrator: { page },
  models,
  server,
}) => {
  await page.goto('/admin/providers')
  await add(page, { name: 'Kept', address: models.baseUrl('openai-compatible'), models: 'one' })
  const row = rowOf(page, 'Kept')
  const asked = page.getByRole('dialog', { name: 'Confirm that it is you' })
  const prove = async () => {
    await expect(asked.getByLabel('Password')).toBeFocused()
    await page.keyboard.type('not the password')
    await page.keyboard.press('Enter')
    await expect(asked.getByRole('alert')).toBeVisible()
    await asked.getByLabel('Password').fill('a long enough password')
    await page.keyboard.press('Enter')
    await expect(asked).toBeHidden()
  }
  const changing = page.getByRole('dialog', { name: 'Change Kept' })
  forgetConfirmations(server.dataDir)
  await row.getByRole('button', { name: 'Change Kept' }).click()
  await changing.getByLabel('Models', { exact: true }).fill('one\ntwo')
  await changing.getByRole('button', { name: 'Save' }).click()
  await expect(asked).toBeVisible()
  await expectAccessible(page)
  // Who does not prove it has changed nothing, and has what was typed.
  await page.keyboard.press('Escape')
  await expect(asked).toBeHidden()
  await expect(changing.getByRole('alert')).toContainText('Confirm that it is you')
  await expect(changing.getByLabel('Models', { exact: true })).toHaveValue('one\ntwo')
  await changing.getByRole('button', { name: 'Save' }).click()
  await prove()
  await expect(changing).toBeHidden()
  await expect(row.getByRole('list', { name: 'Models of Kept' }).getByText('two')).toBeVisible()

  forgetConfirmations(server.dataDir)
  await page.getByRole('button', { name: 'Remove Kept', exact: true }).click()
  await page.getByRole('button', { name: 'Really remove Kept', exact: true }).click()
  await prove()
  await expect(row).toBeHidden()
})
