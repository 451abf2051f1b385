import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { expect, mailTo, test as base } from './mailbox.ts'
import { desk, signUp } from './people.ts'
import { startServer, type BuiltServer } from './server.ts'

// Of its own: its first account is an administrator.
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

test('an administrator sees which mails went out, and what the mail server said of the others', async ({
  page,
  server,
  mailbox,
}) => {
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto(server.setupUrl ?? '')
  await signUp(page, 'Root', { email: 'root@example.com', password: 'a long enough password' })
  await expect(desk(page)).toBeVisible()
  await page.goto('/admin/users')
  for (const address of ['ada@example.org', 'full@example.org']) {
    await page.getByLabel('Address of who is invited').fill(address)
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    await expect(page.getByRole('listitem', { name: address })).toBeVisible()
  }
  await mailTo(mailbox, 'ada@example.org', 'You are invited to Prologue')

  const mails = page.getByRole('list', { name: 'Mails' }).getByRole('listitem')
  await expect(async () => {
    await page.goto('/admin/mail')
    await expect(mails.filter({ hasText: 'ada@example.org' })).toContainText('Sent', { timeout: 1_000 })
    await expect(mails.filter({ hasText: 'full@example.org' })).toContainText('The mail server did not take it: 552', {
      timeout: 1_000,
    })
  }).toPass()
  await expect(mails.filter({ hasText: 'full@example.org' })).toContainText('You are invited to Prologue')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/outbox-${colorScheme}.png` })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  expect(errors).toEqual([])
})
