import { expect, keptLink, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll } from './looks.ts'
import { desk, newVisitor, signIn, signOut } from './people.ts'

test('an account locked by guesses is found and unlocked', async ({ browser, server, administrator }) => {
  const ada = await newVisitor(browser, server.url, 'Ada Guessed')
  await signOut(ada.page)
  await ada.page.goto('/login')
  await ada.page.getByLabel('E-mail').fill(ada.email)
  for (let tries = 0; tries < 6; tries++) {
    await ada.page.getByLabel('Password').fill(`not the password ${tries}`)
    await ada.page.getByRole('button', { name: 'Sign in' }).click()
    await expect(ada.page.getByRole('alert')).toContainText('do not go together')
    await expect(ada.page.getByRole('button', { name: 'Sign in' })).not.toHaveAttribute('aria-disabled')
  }
  // Locked, the right one answers as the wrong one does.
  await ada.page.getByLabel('Password').fill(ada.password)
  await ada.page.getByRole('button', { name: 'Sign in' }).click()
  await expect(ada.page.getByRole('alert')).toContainText('do not go together')

  const { page } = administrator
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'People' }).click()
  await page.getByRole('searchbox', { name: 'Find' }).fill('ada guessed')
  const row = page.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Locked until')
  await row.getByRole('button', { name: 'Unlock Ada Guessed' }).click()
  await expect(page.getByText('Ada Guessed can sign in again.')).toBeVisible()
  await expect(row).not.toContainText('Locked until')
  await signIn(ada.page, ada)
  await expect(desk(ada.page)).toBeVisible()
  await ada.leave()

  // Its owner was told, by a mail that this server keeps.
  await page.goto('/admin/mail')
  const mail = page.getByRole('listitem').filter({ hasText: ada.email }).filter({ hasText: 'Somebody tries to sign in' })
  await expect(mail).toHaveCount(1)
})

test('a new role signs its person out, and counts from then on', async ({ browser, server, administrator }) => {
  const grace = await newVisitor(browser, server.url, 'Grace Promoted')
  await grace.page.goto('/admin/users')
  await expect(grace.page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()
  await expect(grace.page.getByText('An administrator can make you one.')).toBeVisible()

  const { page } = administrator
  await page.goto('/admin/users')
  await page.getByRole('searchbox', { name: 'Find' }).fill(grace.email)
  await page.getByRole('combobox', { name: 'Role of Grace Promoted' }).selectOption('Administrator')
  await expect(page.getByText(/Grace Promoted has a new role/)).toBeVisible()
  await grace.page.reload()
  await expect(grace.page).toHaveURL(/\/login\?next=/)
  await signIn(grace.page, grace)
  await expect(desk(grace.page)).toBeVisible()
  await grace.page.goto('/admin/users')
  await expect(grace.page.getByRole('combobox', { name: 'Role of Grace Promoted' })).toHaveValue('admin')
  await grace.leave()
})

test('a search that finds nobody says so', async ({ administrator: { page } }) => {
  await page.goto('/admin/users')
  await page.getByRole('searchbox', { name: 'Find' }).fill('nobody is called so')
  await expect(page.getByText('No name and no address here begins so.')).toBeVisible()
})

test('a mail that is read stays open while the list is read again', async ({ browser, server, administrator: { page } }) => {
  // The list is read every ten seconds.
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  await keptLink(page, ada.email, 'Confirm your address')
  const mail = page.getByRole('listitem').filter({ hasText: ada.email })
  await expect(mail.getByText('Hello,')).toBeVisible()
  const grace = await newVisitor(browser, server.url, 'Grace')
  await expect(page.getByRole('listitem').filter({ hasText: grace.email })).toBeVisible({ timeout: 60_000 })
  await expect(mail.getByText('Hello,')).toBeVisible()
  await ada.leave()
  await grace.leave()
})

test('an account is locked with a reason, which its person reads, and unlocked', async ({ browser, server, administrator }) => {
  const ada = await newVisitor(browser, server.url, 'Ada Locked')
  const { page } = administrator
  await page.goto('/admin/users')
  await page.getByRole('searchbox', { name: 'Find' }).fill(ada.email)
  const row = page.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  await expect(page).toHaveURL(/q=/)
  const choose = async (act: string) => {
    await row.getByRole('button', { name: 'More about Ada Locked' }).click()
    await page.getByRole('menuitem', { name: act }).click()
  }
  await choose('Lock')
  const dialog = page.getByRole('dialog', { name: 'Lock the account of Ada Locked' })
  await dialog.getByRole('button', { name: 'Lock' }).click()
  await expect(dialog.getByText('Say why.')).toBeVisible()
  await dialog.getByLabel('Why').fill('Somebody else uses it.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Lock' }).click()
  await expect(page.getByText('The account of Ada Locked is locked.')).toBeVisible()
  await expect(row).toContainText(/Locked .*: Somebody else uses it\./)

  // The page that was open is signed out by itself.
  await expect(desk(ada.page)).toBeHidden()
  await ada.page.goto('/login')
  await ada.page.getByLabel('E-mail').fill(ada.email)
  await ada.page.getByLabel('Password').fill(ada.password)
  await ada.page.getByRole('button', { name: 'Sign in' }).click()
  await expect(ada.page.getByRole('alert')).toContainText('Somebody else uses it.')

  await page.goto('/admin/users?state=locked')
  await expect(page.getByRole('combobox', { name: 'State' })).toHaveValue('locked')
  await expect(row.filter({ hasText: ada.email })).toHaveCount(1)
  await row.getByRole('button', { name: 'Unlock Ada Locked' }).click()
  await expect(page.getByText('Ada Locked can sign in again.')).toBeVisible()
  await expect(row.filter({ hasText: ada.email })).toHaveCount(0)
  await signIn(ada.page, ada)
  await expect(desk(ada.page)).toBeVisible()
  await ada.leave()
})

test('somebody is signed out everywhere, mailed a new password’s link, deleted and brought back', async ({
  browser,
  server,
  administrator: { page },
}) => {
  const grace = await newVisitor(browser, server.url, 'Grace Helped')
  await page.goto(`/admin/users?q=${grace.email}`)
  const row = page.getByRole('list', { name: 'Accounts' }).getByRole('listitem')
  await expect(row).toHaveCount(1)
  const more = row.getByRole('button', { name: 'More about Grace Helped' })
  const choose = async (act: string) => {
    await more.click()
    await page.getByRole('menuitem', { name: act }).click()
  }
  await choose('Sign out everywhere')
  await expect(page.getByText('Grace Helped is signed out everywhere.')).toBeVisible()
  await expect(desk(grace.page)).toBeHidden()
  await choose('Send a link for a new password')
  await expect(page.getByText(/Grace Helped is mailed a link/)).toBeVisible()

  await choose('Delete the account')
  await page.getByRole('menuitem', { name: 'Really delete the account' }).click()
  await expect(row).toContainText('Deleted')
  await choose('Bring the account back')
  await expect(row).not.toContainText('Deleted')

  await keptLink(page, grace.email, 'Choose a new password')
  await page.goto(`/admin/users?q=${grace.email}&role=moderator`)
  await expect(page.getByText('Nobody of this kind has a name or an address that begins so.')).toBeVisible()
  await grace.leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the list of people can be used by everybody, in ${colorScheme}, on every width`, async ({ administrator: { page } }) => {
    await page.emulateMedia({ colorScheme })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto('/admin/users')
      await expect(page.getByRole('list', { name: 'Accounts' }).getByRole('listitem').first()).toBeVisible()
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  })
}
