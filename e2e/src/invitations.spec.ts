import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { expect, linkOf, mailTo, test as base } from './mailbox.ts'
import { desk, signUp } from './people.ts'
import { startServer, type BuiltServer } from './server.ts'

const password = 'a long enough password'

// Of its own, and so with a worker and a mailbox of its own: it lets nobody else sign up.
const test = base.extend<object, { server: BuiltServer }>({
  server: [
    async ({ mailbox }, use) => {
      const server = await startServer({ SMTP_URL: mailbox.url, MAIL_FROM: 'Prologue <prologue@example.com>' })
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
})

test('somebody is invited by mail, makes their account by the link, and the invitation is gone', async ({
  browser,
  server,
  mailbox,
}) => {
  const errors: string[] = []
  const root = await browser.newContext({ baseURL: server.url })
  const page = await root.newPage()
  hearErrors(page, errors)
  await page.goto(server.setupUrl ?? '')
  await signUp(page, 'Root', { email: 'root@example.com', password })
  await expect(desk(page)).toBeVisible()

  await page.goto('/admin/settings')
  await page.getByLabel('By invitation').check()
  await expect(page.getByText('An account begins with an invitation, which')).toBeVisible()
  await page.getByRole('button', { name: 'Save who signs up' }).click()
  await expect(page.getByText('Saved. It counts from now on.').first()).toBeVisible()

  await page.goto('/admin/users')
  await expect(page.getByText('Nobody is invited who has not come yet.')).toBeVisible()
  for (const address of ['ada@example.org', 'grace@example.org']) {
    await page.getByLabel('Address of who is invited').fill(address)
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(page.getByRole('listitem', { name: address })).toContainText('invited by Root')
  }
  const first = linkOf(await mailTo(mailbox, 'ada@example.org', 'You are invited to Prologue'))
  const graces = linkOf(await mailTo(mailbox, 'grace@example.org', 'You are invited to Prologue'))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/invitations-${colorScheme}.png` })
  }
  await page.getByRole('button', { name: 'Send the invitation of ada@example.org again' }).click()
  const latest = async () => linkOf(await mailTo(mailbox, 'ada@example.org', 'You are invited to Prologue'))
  await expect.poll(latest).not.toBe(first)
  const link = await latest()
  await page.getByRole('button', { name: 'Take back the invitation of grace@example.org' }).click()
  await expect(page.getByRole('listitem', { name: 'grace@example.org' })).toHaveCount(0)
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await page.screenshot({ path: 'test-results/invitations-phone.png' })

  const context = await browser.newContext({ baseURL: server.url })
  const ada = await context.newPage()
  hearErrors(ada, errors)
  await ada.goto('/signup')
  await expect(ada.getByText('An account here begins with an invitation.')).toBeVisible()
  await expect(ada.getByLabel('E-mail')).toHaveCount(0)
  await ada.goto(link)
  await expect(ada.getByLabel('E-mail')).toHaveValue('ada@example.org')
  await expect(ada.getByLabel('E-mail')).toHaveAttribute('readonly')
  for (const colorScheme of ['light', 'dark'] as const) {
    await ada.emulateMedia({ colorScheme })
    await expectAccessible(ada)
    await ada.screenshot({ path: `test-results/invited-${colorScheme}.png` })
  }
  await ada.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(ada)
  await ada.getByLabel('Name').fill('Ada')
  await ada.getByLabel('Password').fill(password)
  await ada.getByRole('button', { name: 'Create account' }).click()
  await expect(desk(ada)).toBeVisible()
  await context.close()

  await page.reload()
  await expect(page.getByText('Nobody is invited who has not come yet.')).toBeVisible()
  const account = page.getByRole('list', { name: 'Accounts' }).getByRole('listitem').filter({ hasText: 'ada@example.org' })
  await expect(account).toContainText('confirmed')
  await expect(account).not.toContainText('not confirmed')
  expect(errors).toEqual([])
  await root.close()

  // Used, sent again since, taken back: the words are the same.
  const later = await browser.newContext({ baseURL: server.url })
  const stranger = await later.newPage()
  for (const dead of [link, first, graces]) {
    await stranger.goto('about:blank')
    await stranger.goto(dead)
    await expect(stranger.getByText('This invitation is not valid (any more)')).toBeVisible()
    await expect(stranger.getByLabel('E-mail')).toHaveCount(0)
  }
  await later.close()
})
