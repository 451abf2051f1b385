import { expect, test } from './server.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor, secondBrowser, section, signIn, startConversation } from './people.ts'

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const looks = [
  { name: 'in light', options: { colorScheme: 'light' } },
  { name: 'in dark', options: { colorScheme: 'dark' } },
  { name: 'on a phone', options: phone },
] as const

for (const { name, options } of looks) {
  test(`somebody deletes their account, told before what goes with it, ${name}`, async ({ browser, server }) => {
    const ada = await newVisitor(browser, server.url, 'Ada', options)
    const errors: string[] = []
    hearErrors(ada.page, errors)
    await startConversation(ada.page)
    const other = await secondBrowser(browser, server.url, ada)
    await startConversation(other.page)
    await ada.page.goto('/account')
    const part = section(ada.page, 'Delete your account')
    await part.getByRole('button', { name: 'Delete my account…' }).click()
    await expect(
      part.getByText('You own 2 conversations: hidden from everybody at once, and gone with your account.'),
    ).toBeVisible()
    await expect(part.getByText('You own no template.')).toBeVisible()
    await expectAccessible(ada.page)
    await expectNoSidewaysScroll(ada.page)

    const press = () => part.getByRole('button', { name: 'Delete my account', exact: true }).click()
    await part.getByLabel('Your e-mail').fill('somebody.else@example.com')
    await part.getByLabel('Your password').fill(ada.password)
    await press()
    await expect(part.getByRole('alert')).toContainText('This is not the address of your account.')
    await part.getByLabel('Your e-mail').fill(ada.email)
    await part.getByLabel('Your password').fill('not the password')
    await press()
    await expect(part.getByRole('alert')).toContainText('This is not your password.')
    await part.getByLabel('Your password').fill(ada.password)
    await press()
    await expect(ada.page.getByText('Your account is deleted. For 30 days an administrator can bring it back.')).toBeVisible()
    await expect(ada.page.getByRole('link', { name: 'Sign in' })).toBeVisible()
    // What is open elsewhere is closed.
    await expect(other.page.getByText('You were signed out here.')).toBeVisible({ timeout: 2_000 })
    await signIn(other.page, ada)
    await expect(other.page.getByRole('alert')).toContainText('do not go together')
    expect(errors.filter((error) => !/status of (400|401|403)/.test(error))).toEqual([])
    await other.leave()
    await ada.leave()
  })
}
