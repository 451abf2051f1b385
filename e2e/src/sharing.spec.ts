import { expect, test } from './server.ts'
import { draftOf, draftText, newVisitor, openLinks, saved, shareLink, startConversation } from './people.ts'

test('a viewer reads along and cannot write, and loses the place within two seconds when the link is revoked', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const grace = await newVisitor(browser, server.url, 'Grace')
  await startConversation(ada.page)
  await grace.page.goto(await shareLink(ada.page, 'Can read'))
  await expect(grace.page).toHaveURL(ada.page.url())
  await draftOf(ada.page).click()
  await ada.page.keyboard.type('Only Ada writes here.')
  await expect(draftOf(grace.page)).toContainText('Only Ada writes here.')
  await expect(grace.page.getByText(/You can read here/)).toHaveCount(2)
  await draftOf(grace.page).click()
  await grace.page.keyboard.type('Not me.')
  await expect(grace.page.getByRole('textbox', { name: 'Message' })).toBeHidden()
  await saved(ada.page)
  expect(await draftText(ada.page)).toBe('Only Ada writes here.')

  const links = await openLinks(ada.page)
  await links.getByRole('button', { name: /^Revoke/ }).click()
  await links.getByRole('button', { name: /^Revoke for all/ }).click()
  await expect(grace.page.getByText(/access to this (draft|conversation) has ended/i).first()).toBeVisible({ timeout: 2_000 })
  await ada.leave()
  await grace.leave()
})

test('a bad link says so, signed in and signed out', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const link = await shareLink(ada.page, 'Can read')
  const last = link.at(-1) ?? ''
  const flipped = link.slice(0, -1) + (last === last.toLowerCase() ? last.toUpperCase() : last.toLowerCase())
  const bad = [link.slice(0, -1), flipped === link ? `${link.slice(0, -1)}_` : flipped, `${server.url}/s/none`]
  const context = await browser.newContext()
  const stranger = await context.newPage()
  for (const url of bad) {
    await stranger.goto(url)
    await expect(stranger.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
    await ada.page.goto(url)
    await expect(ada.page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  }
  await stranger.goto(`${server.url}/c/0198c0de-0000-7000-8000-000000000000`)
  await expect(stranger).toHaveURL(/\/login\?next=/)
  await ada.leave()
  await context.close()
})

test('one person in two tabs writes one text', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const second = await ada.page.context().newPage()
  await second.goto(ada.page.url())
  await draftOf(ada.page).click()
  await ada.page.keyboard.type('First tab. ')
  await expect(draftOf(second)).toContainText('First tab.')
  await draftOf(second).click()
  await second.keyboard.press('Control+End')
  await second.keyboard.type('Second tab.')
  await expect.poll(() => draftText(ada.page)).toBe('First tab. Second tab.')
  await ada.leave()
})
