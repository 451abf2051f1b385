import { mergeTests } from 'playwright/test'
import { test as administered } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { expect, linkOf, mailTo, test as mailed } from './mailbox.ts'
import { confirmAddress, section } from './people.ts'

const test = mergeTests(administered, mailed)

test('an administrator sees which mails went out, and what the mail server said of the others', async ({
  administrator: { page },
  mailbox,
}) => {
  const errors: string[] = []
  hearErrors(page, errors)
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

test('administrators whose address is not confirmed are told that no alert is mailed to them', async ({
  administrator: { page },
  mailbox,
}) => {
  await page.goto('/admin/activity')
  const told = page.getByText('Alerts are mailed to administrators whose address is confirmed.')
  await expect(told).toBeVisible()
  await page.setViewportSize({ width: 320, height: 740 })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/alerts-unconfirmed.png' })
  await told.getByRole('link', { name: 'confirm it' }).click()
  await expect(section(page, 'Profile').getByRole('button', { name: 'Send again' })).toBeVisible()
  await page.goto(linkOf(await mailTo(mailbox, 'root@example.com', 'Confirm your address')))
  await confirmAddress(page, 'a long enough password')
  await expect(page.getByRole('heading', { name: 'Your address is confirmed' })).toBeVisible()
  await page.goto('/admin/activity')
  await expect(page.getByText('No alert waits for anybody.')).toBeVisible()
  await expect(told).toBeHidden()
})
