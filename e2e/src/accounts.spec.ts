import { expect, test } from './server.ts'
import { newVisitor, signUp, startConversation } from './people.ts'

test('the setup link makes the first administrator, once', async ({ browser, server }) => {
  const setupUrl = server.setupUrl ?? ''
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(setupUrl)
  await expect(page.getByText(/becomes its administrator/)).toBeVisible()
  await signUp(page, 'Root', { email: 'root@example.com', password: 'a long enough password' })
  await expect(page.getByRole('heading', { name: 'Describe the assistant you want' })).toBeVisible()

  const later = await browser.newContext()
  const other = await later.newPage()
  await other.goto(setupUrl)
  await signUp(other, 'Second', { email: 'second@example.com', password: 'a long enough password' })
  await expect(other.getByText(/used up/)).toBeVisible()
  await context.close()
  await later.close()
})

test('signing out and in again, with a wrong password on the way, all by keyboard', async ({ browser, server }) => {
  const { page, email, password, leave } = await newVisitor(browser, server.url, 'Ada')
  await page.getByRole('button', { name: /Account|Ada/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('E-mail').focus()
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type('not the password')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('do not go together')
  await page.getByLabel('Password').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Describe the assistant you want' })).toBeVisible()
  await leave()
})

test('a form says what is missing beside the field', async ({ page }) => {
  await page.goto('/signup')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Enter the name others will see.')).toBeVisible()
  await expect(page.getByText('Enter a complete e-mail address.')).toBeVisible()
})

test('the focus goes to the first field of a form, and with each new page to its heading', async ({
  browser,
  server,
  page: first,
}) => {
  for (const [path, field] of [
    ['/signup', 'Name'],
    ['/login', 'E-mail'],
  ] as const) {
    await first.goto(path)
    await expect(first.getByLabel(field)).toBeFocused()
  }
  const { page, leave } = await newVisitor(browser, server.url, 'Ada')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toBeFocused()
  await startConversation(page)
  await expect(heading).toBeFocused()
  await leave()
})
