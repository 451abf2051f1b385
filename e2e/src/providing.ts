import type { Locator, Page } from 'playwright/test'
import { expect } from './server.ts'

/** A provider in the list of them. */
export const rowOf = (page: Page, name: string): Locator =>
  page
    .getByRole('list', { name: 'Providers' })
    .locator('> li')
    .filter({ has: page.getByText(name, { exact: true }) })

type Added = { kind?: string; name: string; address: string; key?: string; models: string }

export async function add(page: Page, { kind = 'Your own server', name, address, key, models }: Added): Promise<void> {
  await page.getByRole('button', { name: 'Add a provider' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a provider' })
  await dialog.getByText(kind, { exact: true }).click()
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel(/address/i).fill(address)
  if (key) await dialog.getByLabel('Key', { exact: true }).fill(key)
  await dialog.getByLabel('Models', { exact: true }).fill(models)
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(rowOf(page, name)).toBeVisible()
}

export async function remove(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Remove ${name}`, exact: true }).click()
  await page.getByRole('button', { name: `Really remove ${name}`, exact: true }).click()
  await expect(rowOf(page, name)).toBeHidden()
}
