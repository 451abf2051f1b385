import type { Locator, Page } from 'playwright/test'
import { expect } from './server.ts'

export const textOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Text', exact: true })
export const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name: new RegExp(`^${name}`) })
export const panel = (page: Page, name: string): Locator => page.getByRole('tabpanel', { name: new RegExp(`^${name}`) })

export async function begin(page: Page): Promise<void> {
  await page.goto('/templates/new')
  await expect(textOf(page)).toBeVisible()
}

export async function write(page: Page, text: string): Promise<void> {
  await textOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(text)
}
