import type { Locator, Page } from 'playwright/test'
import { begin, panel, tab, write } from './editor.ts'
import { newVisitor, saved } from './people.ts'
import { expect, test } from './server.ts'

const description = (page: Page): Locator => panel(page, 'Details').getByLabel('Description')

test('what is said of a template is not written over from a window that has not seen it', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await begin(page)
  await write(page, 'Be kind.')
  await saved(page)
  await tab(page, 'Details').click()
  const other = await page.context().newPage()
  await other.goto(page.url())
  await tab(other, 'Details').click()

  await description(page).fill('For the bakery')
  await saved(page)
  await description(other).fill('For the library')
  await expect(other.getByText('Meanwhile this was changed in another window: description.')).toBeVisible()
  await expect(description(other)).toHaveValue('For the library')
  await page.reload()
  await tab(page, 'Details').click()
  await expect(description(page)).toHaveValue('For the bakery')

  // Who was told so, and goes on, has theirs.
  await description(other).fill('For the library of the town')
  await saved(other)
  await page.reload()
  await tab(page, 'Details').click()
  await expect(description(page)).toHaveValue('For the library of the town')
  await ada.leave()
})
