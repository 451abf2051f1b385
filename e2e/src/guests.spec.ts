import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright/test'
import { draftOf, draftText, makeLink, newVisitor, openLinks, saved, signUp, startConversation, type Visitor } from './people.ts'
import { expect, test } from './server.ts'

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true }

/** Collects all that the server tells a page: the answers to its calls and the frames of its socket. */
function hearAll(page: Page): string[] {
  const heard: string[] = []
  page.on('response', async (response) => {
    if (response.url().includes('/trpc')) heard.push(await response.text().catch(() => ''))
  })
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))))
  return heard
}

/** Comes to a link in a browser of one's own, without an account, and in by a name. */
async function comeIn(visitor: Pick<Visitor, 'page'>, link: string, name: string): Promise<void> {
  await visitor.page.goto(link)
  await visitor.page.getByLabel('Your name').fill(name)
  await visitor.page.getByRole('button', { name: 'Join as a guest' }).click()
  await expect(visitor.page).toHaveURL(/\/c\//)
}

test('a guest on a phone writes with the owner, sees nothing but the conversation, and no address of anybody', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const link = await makeLink(ada.page, { role: 'Can write', lets: 'One person' })

  const context = await browser.newContext({ baseURL: server.url, ...phone })
  const page = await context.newPage()
  const heard = hearAll(page)
  await page.goto(link)
  await expect(page.getByText('Ada invites you to write on this conversation and its system prompt.')).toBeVisible()
  await comeIn({ page }, link, 'Gus')
  await page.getByRole('tab', { name: 'Draft' }).click()
  await draftOf(page).click()
  await page.keyboard.type('From the phone. ')
  await expect.poll(() => draftText(ada.page)).toBe('From the phone. ')
  await draftOf(ada.page).click()
  await ada.page.keyboard.press('Control+End')
  await ada.page.keyboard.type('From the desk.')
  await expect.poll(() => draftText(page)).toBe('From the phone. From the desk.')
  await expect(ada.page.getByRole('button', { name: /^Gus \(guest\), Can write/ })).toBeVisible()

  // No list of conversations, no bell, no page of accounts.
  await expect(page.getByRole('button', { name: 'Conversations' })).toBeHidden()
  await expect(page.getByRole('button', { name: /^Notifications/ })).toBeHidden()
  await page.getByRole('button', { name: 'People' }).click()
  await expect(page.getByRole('dialog').getByText('Gus (you)')).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('tab')).toHaveCount(0)
  await page.keyboard.press('Escape')
  for (const path of ['/account', '/admin/users']) {
    const other = await context.newPage()
    await other.goto(path)
    await expect(other.getByRole('heading', { name: 'This page needs an account' })).toBeVisible()
    await other.close()
  }

  // The link was for one.
  const late = await (await browser.newContext({ baseURL: server.url })).newPage()
  await late.goto(link)
  await expect(late.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await late.context().close()

  expect(heard.length).toBeGreaterThan(5)
  expect(heard.join('\n')).toContain('Ada')
  expect(heard.filter((text) => /[^\s"@]+@[^\s"@]+\.[a-z]/i.test(text))).toEqual([])

  await page.getByRole('button', { name: 'Guest' }).click()
  await page.getByRole('menuitem', { name: 'Leave' }).click()
  await expect(page.getByRole('link', { name: 'Create account' })).toBeVisible()
  await expect(ada.page.getByRole('button', { name: /^Gus \(guest\), Can write/ })).toBeHidden()
  await context.close()
  await ada.leave()
})

test('a link is withdrawn while a guest writes without a network: the page says so, and gives the copy out, again after a reload', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const link = await makeLink(ada.page, { role: 'Can write' })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await comeIn({ page }, link, 'Gus')
  await draftOf(page).click()
  await page.keyboard.type('Everybody has this. ')
  await saved(page)
  await context.setOffline(true)
  await expect(page.getByText(/^Offline/)).toBeVisible()
  await page.keyboard.type('Nobody has this.')
  await expect(page.getByText(/^Offline \(\d+ edits kept here\)/)).toBeVisible()
  await page.getByRole('textbox', { name: 'Message' }).fill('Wait for me')

  const links = await openLinks(ada.page)
  await links.getByRole('button', { name: /^Revoke/ }).click()
  await links.getByRole('button', { name: /^Revoke for all/ }).click()
  await expect(links.getByText('None. Nobody comes in by a link.')).toBeVisible()
  await context.setOffline(false)
  const alert = page.getByRole('alert').filter({ hasText: 'Your access to this conversation has ended' })
  await expect(alert).toContainText(/Your last .*edits? of the draft w.* not sent/)
  await expect(alert.getByRole('button', { name: 'Copy the text' })).toBeVisible()
  await expect(alert.getByRole('button', { name: 'Copy your message' })).toBeVisible()
  const downloading = page.waitForEvent('download')
  await alert.getByRole('button', { name: 'Save as a file' }).click()
  expect(await readFile(await (await downloading).path(), 'utf8')).toBe('Everybody has this. Nobody has this.')

  await page.reload()
  await expect(page.getByRole('heading', { name: 'Your visit has ended' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'The copy' })).toHaveText('Everybody has this. Nobody has this.')
  await expect(page.getByRole('region', { name: 'The message' })).toHaveText('Wait for me')
  await ada.page.keyboard.press('Escape')
  expect(await draftText(ada.page)).toBe('Everybody has this. ')
  await context.close()
  await ada.leave()
})

test('a guest who makes an account comes back as themselves', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const link = await makeLink(ada.page, { role: 'Can comment' })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await comeIn({ page }, link, 'Gus')
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeHidden()
  await page.getByRole('button', { name: 'Guest' }).click()
  await page.getByRole('menuitem', { name: 'Create account' }).click()
  await signUp(page, 'Gus Himself', { email: 'gus@example.com', password: 'a long enough password' })
  await expect(page).toHaveURL(ada.page.url())
  await expect(page.getByRole('button', { name: 'Account', exact: true })).toBeVisible()
  await expect(ada.page.getByRole('button', { name: /^Gus Himself, Can comment/ })).toBeVisible()
  await context.close()
  await ada.leave()
})
