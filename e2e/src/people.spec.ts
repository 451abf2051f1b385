import { expect, test } from './administered.ts'
import { inviteByName, mailedInvitation, openPeople } from './inviting.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { desk, draftOf, draftText, newVisitor, saved, startConversation } from './people.ts'

test('the owner invites by name, who is in at once and told; roles, handing over and leaving work for both', async ({
  browser,
  server,
}) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada Owner')
  const grace = await newVisitor(browser, server.url, 'Grace Invited')
  await startConversation(ada.page)
  // She has been to her start and back: her browser remembers the conversation at two places.
  await ada.page.getByRole('link', { name: 'New conversation' }).click()
  await expect(desk(ada.page)).toBeVisible()
  await ada.page.getByRole('link', { name: /^A friendly support assistant/ }).click()
  const dialog = await openPeople(ada.page)
  await inviteByName(dialog, 'Grace Invited')
  await expect(dialog.getByText('Grace Invited is in and can write in the chat and the draft.')).toBeVisible()

  // Grace is on the start page, without a socket: she hears of it when she turns to the page.
  await grace.page.reload()
  await grace.page.getByRole('button', { name: 'Notifications, 1 unread' }).click()
  await grace.page.getByRole('link', { name: /Ada Owner let you into/ }).click()
  await expect(grace.page).toHaveURL(ada.page.url())
  await expect(grace.page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible()

  // Her role is lowered while she writes: the page says so, and what she wrote is not lost.
  await draftOf(grace.page).click()
  await grace.page.keyboard.type('Grace was here. ')
  await saved(grace.page)
  await dialog.getByRole('button', { name: 'Grace Invited: Can write' }).click()
  await ada.page.getByRole('menuitemradio', { name: 'Can comment' }).click()
  await expect(grace.page.getByText('Your role has changed: you can read and comment now.')).toBeVisible({ timeout: 2_000 })
  await expect(dialog.getByText('Grace Invited is in and can write')).toBeHidden()
  await draftOf(grace.page).click()
  await grace.page.keyboard.type('Not this.')
  expect(await draftText(grace.page)).toBe('Grace was here. ')
  await expect(grace.page.getByRole('button', { name: 'Notifications, 1 unread' })).toBeVisible()

  // Removed by mistake, and brought back.
  await dialog.getByRole('button', { name: 'Grace Invited: Can comment' }).click()
  await ada.page.getByRole('menuitem', { name: 'Remove' }).click()
  await expect(grace.page.getByText('Your access to this conversation has ended.')).toBeVisible({ timeout: 2_000 })
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('button', { name: 'Grace Invited: Can comment' })).toBeVisible()
  await expect(grace.page.getByText('Your access to this conversation has ended.')).toBeHidden()
  await saved(grace.page)
  await expect(draftOf(grace.page)).toContainText('Grace was here.')

  // Handed over: what will happen is said first.
  await dialog.getByRole('button', { name: 'Grace Invited: Can comment' }).click()
  await ada.page.getByRole('menuitem', { name: /Make them the owner/ }).click()
  await expect(dialog.getByText('Grace Invited will decide who is here')).toBeVisible()
  await dialog.getByRole('button', { name: 'Make Grace Invited the owner' }).click()
  await expect(grace.page.getByText('You are the owner now: you decide who is here.')).toBeVisible({ timeout: 2_000 })
  await expect(grace.page.getByRole('button', { name: 'Share', exact: true })).toBeVisible()
  await expect(ada.page.getByRole('dialog').getByRole('heading', { name: 'People here' })).toBeVisible()

  const people = ada.page.getByRole('dialog')
  await people.getByRole('button', { name: 'Leave' }).click()
  await people.getByRole('button', { name: 'Leave the conversation' }).click()
  await expect(ada.page.getByText(/^You left “/)).toBeVisible()
  await expect(desk(ada.page)).toBeVisible()
  await expect(ada.page.getByRole('link', { name: /^A friendly support assistant/ })).toBeHidden()
  await ada.page.goBack()
  await expect(desk(ada.page)).toBeVisible()
  await ada.page.goBack()
  await expect(ada.page.getByRole('heading', { name: 'This conversation is not open to you' })).toBeVisible()
  await ada.leave()
  await grace.leave()
})

test('the dialog is worked by keys alone', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const alan = await newVisitor(browser, server.url, 'Alan Keys')
  await startConversation(ada.page)
  const { page } = ada
  await page.getByRole('button', { name: 'Share', exact: true }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('combobox', { name: 'Invite by name or e-mail' })
  await expect(field).toBeFocused()
  await page.keyboard.type('alan k')
  await expect(dialog.getByRole('option', { name: 'Alan Keys' })).toBeVisible()
  // The first Escape closes the list, not the dialog.
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('listbox')).toBeHidden()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('listbox').getByRole('option', { selected: true })).toHaveText('Alan Keys')
  await page.keyboard.press('Enter')
  await expect(field).toHaveValue('Alan Keys')
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('Role')).toBeFocused()
  await page.keyboard.type('Can read')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Alan Keys is in and can only read.')).toBeVisible()

  const role = dialog.getByRole('button', { name: 'Alan Keys: Can read' })
  await role.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'Can read' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitemradio', { name: 'Can comment' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('button', { name: 'Alan Keys: Can comment' })).toBeFocused()

  await dialog.getByRole('tab', { name: 'People' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(dialog.getByRole('tab', { name: 'Links' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('radio', { name: 'Can read' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(dialog.getByLabel('It lets in')).toBeFocused()
  await page.keyboard.type('5 people')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('A link to comment')).toBeFocused()
  await expect(dialog.getByText(/for 5 more · does not end/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Share', exact: true })).toBeFocused()
  await ada.leave()
  await alan.leave()
})

test('faces say who is here, who is idle and who is writing', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const grace = await newVisitor(browser, server.url, 'Grace Face')
  await startConversation(ada.page)
  const dialog = await openPeople(ada.page)
  await inviteByName(dialog, 'Grace Face')
  await ada.page.keyboard.press('Escape')
  await grace.page.goto(ada.page.url())
  await expect(ada.page.getByRole('button', { name: /^Grace Face, Can write, here/ })).toBeVisible()
  await grace.page.getByRole('textbox', { name: 'Message' }).pressSequentially('Let us ')
  await expect(ada.page.getByText('Grace Face is writing…').first()).toBeVisible()
  await expect(ada.page.getByRole('button', { name: /^Grace Face, Can write, writing a message/ })).toBeVisible()
  await expect(ada.page.getByText('Grace Face is writing…').first()).toBeHidden({ timeout: 6_000 })

  await grace.page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect(ada.page.getByRole('button', { name: /^Grace Face, Can write, idle/ })).toBeVisible()
  await ada.leave()
  await grace.leave()
})

for (const [name, options] of [
  ['at a desk in light', { colorScheme: 'light', viewport: { width: 1280, height: 800 } }],
  ['at a desk in dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['on a phone in light', { colorScheme: 'light', viewport: { width: 390, height: 780 }, hasTouch: true }],
  ['on a small phone in dark', { colorScheme: 'dark', viewport: { width: 320, height: 640 }, hasTouch: true }],
] as const) {
  test(`the dialog, the bell and the way in can be used by everybody, ${name}`, async ({ browser, server }) => {
    const errors: string[] = []
    const ada = await newVisitor(browser, server.url, 'Ada', options)
    hearErrors(ada.page, errors)
    const long = `Wilhelmina Featherstonehaugh-${name.length} of the far valleys`
    const other = await newVisitor(browser, server.url, long)
    await startConversation(ada.page)
    const dialog = await openPeople(ada.page)
    await inviteByName(dialog, long)
    const look = async () => {
      await expectAccessible(ada.page)
      await expectNoSidewaysScroll(ada.page)
    }
    await dialog.getByRole('combobox', { name: 'Invite by name or e-mail' }).fill('somebody.with.a.long.address@example.com')
    await dialog.getByRole('button', { name: 'Invite' }).click()
    await expect(dialog.getByText('Invited by mail, not here yet')).toBeVisible()
    await look()
    await dialog.getByRole('combobox', { name: 'Invite by name or e-mail' }).fill('Wilh')
    await expect(dialog.getByRole('listbox')).toBeVisible()
    await look()
    await ada.page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: `${long}: Can write` }).click()
    await ada.page.getByRole('menuitem', { name: /Make them the owner/ }).click()
    await look()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await dialog.getByRole('tab', { name: 'Links' }).click()
    await look()
    await dialog.getByRole('button', { name: 'Make a link' }).click()
    const url = await dialog.getByRole('textbox', { name: /^A link to/ }).inputValue()
    await look()
    await ada.page.keyboard.press('Escape')
    await other.page.goto(ada.page.url())
    await expect(ada.page.getByRole('button', { name: /^Wilhelmina/ })).toBeVisible()
    await other.page.getByRole('textbox', { name: 'Message' }).pressSequentially('A')
    await expect(ada.page.getByText(/is writing…/).first()).toBeVisible()
    await look()

    await ada.page.goto('/')
    await ada.page.getByRole('button', { name: 'Notifications' }).click()
    await expect(ada.page.getByText(/^Nothing yet\./)).toBeVisible()
    await look()
    const context = await browser.newContext({ baseURL: server.url, ...options })
    const guest = await context.newPage()
    await guest.goto(url)
    await expect(guest.getByRole('button', { name: 'Join as a guest' })).toBeVisible()
    await expectAccessible(guest)
    await expectNoSidewaysScroll(guest)
    await context.close()
    expect(errors).toEqual([])
    await ada.leave()
    await other.leave()
  })
}

test('an invitation by mail lets one person in, and can be revoked', async ({ browser, server, administrator }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const dialog = await openPeople(ada.page)
  const invite = async (address: string) => {
    await dialog.getByRole('combobox', { name: 'Invite by name or e-mail' }).fill(address)
    await dialog.getByRole('button', { name: 'Invite' }).click()
    await expect(dialog.getByText(`${address} is invited. This server sends no mail`)).toBeVisible()
  }
  await invite('grace@example.com')
  const link = await mailedInvitation(administrator.page, 'grace@example.com')
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('Your name').fill('Grace by mail')
  await page.getByRole('button', { name: 'Join as a guest' }).click()
  await expect(page).toHaveURL(ada.page.url())
  await expect(dialog.getByText('Grace by mail')).toBeVisible()
  await expect(dialog.getByText('Invited by mail, not here yet')).toBeHidden()

  await invite('alan@example.com')
  const second = await mailedInvitation(administrator.page, 'alan@example.com')
  await dialog.getByRole('button', { name: 'Revoke: alan@example.com' }).click()
  await dialog.getByRole('button', { name: 'Revoke for good: alan@example.com' }).click()
  await expect(dialog.getByText('alan@example.com', { exact: true })).toBeHidden()
  await context.clearCookies()
  await page.goto(second)
  await expect(page.getByRole('heading', { name: 'This link does not work' })).toBeVisible()
  await context.close()
  await ada.leave()
})
