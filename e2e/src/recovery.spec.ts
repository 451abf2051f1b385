import { expect, keptLink, test } from './administered.ts'
import { confirmAddress, desk, newVisitor, secondBrowser, section, signIn } from './people.ts'

test('who forgot the password sets a new one by a link that the administrator hands on', async ({
  browser,
  server,
  administrator,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/login')
  await page.getByRole('link', { name: 'Forgot it?' }).click()
  await page.getByLabel('E-mail').fill(ada.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Ask your administrator' })).toBeFocused()

  const link = await keptLink(administrator.page, ada.email, 'Choose a new password')
  await page.goto(link)
  await page.getByLabel('New password').fill('password')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  const password = 'violets are blue at noon'
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your password is changed. Sign in with the new one.')).toBeVisible()

  // Wherever the account was open, it is no more.
  await ada.page.reload()
  await expect(ada.page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await signIn(page, { email: ada.email, password: ada.password })
  await expect(page.getByRole('alert')).toContainText('do not go together')
  await signIn(page, { email: ada.email, password })
  await expect(desk(page)).toBeVisible()

  // The link opens once.
  await ada.page.goto(link)
  await ada.page.getByLabel('New password').fill('another one that is long')
  await ada.page.getByRole('button', { name: 'Set the password' }).click()
  await expect(ada.page.getByRole('heading', { name: 'This link does not work' })).toBeFocused()
  await ada.page.getByRole('link', { name: 'Ask for a new link' }).click()
  await expect(ada.page.getByLabel('E-mail')).toBeFocused()
  await context.close()
  await ada.leave()
})

test('an address nobody has is answered alike', async ({ page }) => {
  await page.goto('/forgot')
  await page.getByLabel('E-mail').fill('nobody@example.com')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText(/If nobody@example.com has an account here/)).toBeVisible()
})

test('an address is confirmed by its link, with a button before it counts', async ({ browser, server, administrator }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await ada.page.goto('/account')
  const profile = section(ada.page, 'Profile')
  await expect(profile.getByText('Not confirmed')).toBeVisible()
  await profile.getByRole('button', { name: 'Make a link' }).click()
  await expect(profile.getByText(/its administrator finds the link under Mail/)).toBeVisible()

  const link = await keptLink(administrator.page, ada.email, 'Confirm your address')
  const visits = await browser.newContext()
  const scanner = await visits.newPage()
  await scanner.goto(link)
  await expect(scanner.getByRole('button', { name: 'Confirm the address' })).toBeVisible()
  await visits.close()
  await ada.page.reload()
  await expect(profile.getByText('Not confirmed')).toBeVisible()

  await ada.page.goto(link)
  await confirmAddress(ada.page, ada.password)
  await expect(ada.page.getByRole('heading', { name: 'Your address is confirmed' })).toBeFocused()
  await ada.page.getByRole('link', { name: 'Go to the start' }).click()
  await ada.page.goto('/account')
  await expect(profile.getByText('Confirmed', { exact: true })).toBeVisible()

  await ada.page.goto(link)
  await confirmAddress(ada.page, ada.password)
  await expect(ada.page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await ada.leave()
})

test('an address changes when the link that went to the new one is opened, and not before', async ({
  browser,
  server,
  administrator,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const other = await secondBrowser(browser, server.url, ada)
  const email = `new-${ada.email}`
  await ada.page.goto('/account')
  const profile = section(ada.page, 'Profile')
  await profile.getByRole('button', { name: 'Change' }).nth(1).click()
  await expect(profile.getByLabel('New e-mail')).toBeFocused()
  await profile.getByLabel('New e-mail').fill(email)
  await ada.page.keyboard.press('Enter')
  await expect(profile.getByRole('status').filter({ hasText: email })).toBeVisible()
  await expect(profile.getByRole('button', { name: 'Change' }).nth(1)).toBeFocused()
  await ada.page.reload()
  await expect(profile.getByText(ada.email, { exact: true })).toBeVisible()

  const link = await keptLink(administrator.page, email, 'Confirm your new address')
  await ada.page.goto(link)
  await ada.page.getByRole('button', { name: 'Confirm the address' }).click()
  await expect(ada.page.getByRole('heading', { name: 'Your address is changed' })).toBeVisible()
  await ada.page.goto('/account')
  await expect(profile.getByText(email, { exact: true })).toBeVisible()
  await other.page.reload()
  await expect(other.page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await signIn(other.page, { email, password: ada.password })
  await expect(desk(other.page)).toBeVisible()
  await other.leave()
  await ada.leave()
})

test('a link cut short says what to do', async ({ page }) => {
  for (const [path, way] of [
    ['/reset', 'Ask for a new link'],
    ['/verify', 'Sign in'],
  ] as const) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: way })).toBeVisible()
  }
})
