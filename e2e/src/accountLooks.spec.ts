import { generate } from 'otplib'
import type { Page } from 'playwright/test'
import { expect, keptLink, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor, section, signIn, signOut } from './people.ts'

const signedOut = ['/forgot', '/reset', '/reset#none', '/verify#none', '/verify?for=change#none']

/** Begins to set up two factors in the open account page; answers the secret. */
async function beginTwoFactors(page: Page): Promise<string> {
  const factors = section(page, 'Two factors')
  await factors.getByRole('button', { name: 'Set it up' }).click()
  await expect(factors.getByRole('img', { name: /QR code/ })).toBeVisible()
  return (await factors.locator('code').innerText()).replaceAll(' ', '')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages of an account can be used by everybody, in ${colorScheme}, without an error`, async ({ browser, server }) => {
    test.slow()
    const { page, leave, ...ada } = await newVisitor(browser, server.url, 'Ada', { colorScheme })
    const errors: string[] = []
    hearErrors(page, errors)
    await page.goto('/account')
    const profile = section(page, 'Profile')
    for (const at of [0, 1, 2])
      await profile
        .getByRole('button', { name: /Change|Cancel/ })
        .nth(at)
        .click()
    await expect(profile.getByLabel('Current password')).toBeVisible()
    const secret = await beginTwoFactors(page)
    await expectAccessible(page)
    await page.getByRole('textbox', { name: 'Code' }).fill(await generate({ secret }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible()
    await expectAccessible(page)
    await signOut(page)
    await signIn(page, ada)
    await expect(page.getByLabel('Code')).toBeVisible()
    await expectAccessible(page)
    for (const path of signedOut) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
    }
    expect(errors).toEqual([])
    await leave()
  })

  test(`the pages of administrators can be used by everybody, in ${colorScheme}`, async ({
    browser,
    server,
    administrator: { page },
  }) => {
    const visitor = await newVisitor(browser, server.url, 'Ada')
    await page.emulateMedia({ colorScheme })
    await keptLink(page, visitor.email, 'Confirm your address')
    await expectAccessible(page)
    await page.goto('/admin/users')
    await expect(page.getByRole('list', { name: 'Accounts' })).toBeVisible()
    await expectAccessible(page)
    await visitor.leave()
  })
}

test('on the smallest phone nothing of an account hangs over the edge', async ({ browser, server, administrator }) => {
  const small = { viewport: { width: 320, height: 640 }, hasTouch: true }
  const { page, leave, email } = await newVisitor(browser, server.url, 'Ada of the very long name, Countess of Lovelace', small)
  for (const path of ['/login', ...signedOut]) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoSidewaysScroll(page)
  }
  await page.goto('/account')
  await section(page, 'Profile').getByRole('button', { name: 'Change' }).last().click()
  const secret = await beginTwoFactors(page)
  await expectNoSidewaysScroll(page)
  await page.getByRole('textbox', { name: 'Code' }).fill(await generate({ secret }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Keep these recovery codes' })).toBeVisible()
  await expectNoSidewaysScroll(page)

  await administrator.page.setViewportSize(small.viewport)
  await keptLink(administrator.page, email, 'Confirm your address')
  await expectNoSidewaysScroll(administrator.page)
  await administrator.page.goto('/admin/users')
  await expect(administrator.page.getByRole('list', { name: 'Accounts' })).toBeVisible()
  await expectNoSidewaysScroll(administrator.page)
  await leave()
})
