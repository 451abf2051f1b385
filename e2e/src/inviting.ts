import type { Locator, Page } from 'playwright/test'
import { expect } from './server.ts'

/** Opens the dialog of the open conversation at its people, for who decides about them. */
export async function openPeople(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  return page.getByRole('dialog')
}

/** Finds somebody by name in the dialog and lets them in. */
export async function inviteByName(dialog: Locator, name: string): Promise<void> {
  await dialog.getByRole('combobox', { name: 'Invite by name or e-mail' }).fill(name)
  await dialog.getByRole('listbox').getByRole('option', { name }).click()
  await dialog.getByRole('button', { name: 'Invite' }).click()
  await expect(dialog.getByText(`${name} is in`)).toBeVisible()
}

/** The link of an invitation, from the page where a server without mail keeps what it would have sent. */
export async function mailedInvitation(administrator: Page, address: string): Promise<string> {
  const mail = administrator.getByRole('listitem').filter({ hasText: address }).first()
  await expect(async () => {
    await administrator.goto('/admin/mail')
    await expect(mail).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await mail.getByText(address).first().click()
  const [link] = /https?:\/\/\S+\/s\/[\w-]+/.exec(await mail.innerText()) ?? []
  if (!link) throw new Error(`The mail to ${address} has no link`)
  return link
}
