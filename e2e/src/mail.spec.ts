import { expect, linkOf, mailTo, test } from './mailbox.ts'
import { confirmAddress, desk, section, signIn, signUp } from './people.ts'

const password = 'a long enough password'

test('where mail goes out, one signs in once the address is confirmed', async ({ browser, server, mailbox }) => {
  const ada = { email: 'ada@example.com', password }
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto('/signup')
  await signUp(page, 'Ada', ada)
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused()
  await expect(page.getByText(ada.email)).toBeVisible()
  const first = linkOf(await mailTo(mailbox, ada.email, 'Confirm your address'))

  // The right password is not yet enough, and sends the mail again.
  await signIn(page, ada)
  await expect(page.getByRole('alert')).toContainText('Confirm your address first')
  await expect.poll(() => mailbox.mails.length).toBe(2)
  const link = linkOf(await mailTo(mailbox, ada.email, 'Confirm your address'))
  await page.goto(first)
  await confirmAddress(page, password)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await page.goto(link)
  await confirmAddress(page, 'not the password')
  await expect(page.getByRole('alert')).toContainText('not the password of this account')
  await confirmAddress(page, password)
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
  await signIn(page, ada)
  await expect(desk(page)).toBeVisible()
  await page.goto('/account')
  await expect(section(page, 'Profile').getByText('Confirmed', { exact: true })).toBeVisible()
  await context.close()
})

test('signing up with a taken address answers alike; its owner hears of it by mail', async ({ page, mailbox }) => {
  const taken = { email: 'grace@example.com', password }
  const signUpAs = async (name: string) => {
    await page.goto('/signup')
    await signUp(page, name, taken)
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible()
  }
  await signUpAs('Grace')
  await page.goto(linkOf(await mailTo(mailbox, taken.email, 'Confirm your address')))
  await confirmAddress(page, password)
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  await signUpAs('Somebody')
  const mail = await mailTo(mailbox, taken.email, 'You have an account already')
  expect(mail.text).toContain('Nothing about it has changed.')
  await page.goto(linkOf(mail))
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  const [forgot = ''] = /https?:\/\/\S+\/forgot/.exec(mail.text ?? '') ?? []
  await page.goto(forgot)
  await expect(page.getByRole('heading', { name: 'A new password' })).toBeVisible()
})

test('the link for a new password comes by mail', async ({ page, mailbox }) => {
  const ada = { email: 'hopper@example.com', password }
  await page.goto('/signup')
  await signUp(page, 'Hopper', ada)
  await page.goto(linkOf(await mailTo(mailbox, ada.email, 'Confirm your address')))
  await confirmAddress(page, password)
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  await page.goto('/forgot')
  await page.getByLabel('E-mail').fill(ada.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused()
  await page.goto(linkOf(await mailTo(mailbox, ada.email, 'Choose a new password')))
  await page.getByLabel('New password').fill('violets are blue at noon')
  await page.getByRole('button', { name: 'Set the password' }).click()
  await expect(page.getByText('Your password is changed.')).toBeVisible()
  await signIn(page, { email: ada.email, password: 'violets are blue at noon' })
  await expect(desk(page)).toBeVisible()
  await mailTo(mailbox, ada.email, 'Your password was changed')
})
