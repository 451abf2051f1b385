import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { signUp } from './people.ts'

test('an administrator sees what happens as it happens, and only what they look for', async ({
  administrator: { page },
  browser,
  server,
}) => {
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeFocused()
  const feed = page.getByRole('feed', { name: 'Activity' })
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible()

  const context = await browser.newContext({ baseURL: server.url })
  const grace = await context.newPage()
  await grace.goto('/signup')
  await signUp(grace, 'Grace', { email: 'grace@example.com', password: 'a long enough password' })
  const entry = feed.getByRole('article', { name: 'Grace signed in' })
  await expect(entry).toHaveCount(1)

  // Paused, what comes gathers.
  await page.getByRole('button', { name: 'Pause' }).click()
  await grace.getByRole('button', { name: 'Account', exact: true }).click()
  await grace.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('button', { name: /^\d+ new$/ })).toBeVisible()
  await expect(feed.getByRole('article', { name: 'Grace signed out' })).toBeHidden()
  await page.getByRole('button', { name: /^\d+ new$/ }).click()
  await expect(feed.getByRole('article', { name: 'Grace signed out' })).toBeVisible()

  // By the keys alone: the details of an entry, and what only they did.
  await entry.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(entry.getByText('Number in the audit')).toBeVisible()
  await page.screenshot({ path: 'test-results/activity-light.png' })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
  }
  await page.screenshot({ path: 'test-results/activity-dark.png' })
  await entry.getByRole('button', { name: 'Only by Grace' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/who=/)
  await expect(feed.getByRole('article').first()).toHaveAccessibleName(/^Grace /)
  await expect(feed.getByRole('article', { name: /^Root/ })).toHaveCount(0)
  await page.getByLabel('What was done').selectOption('sign-out')
  await expect(feed.getByRole('article')).toHaveCount(1)
  await page.reload()
  await expect(feed.getByRole('article')).toHaveCount(1)

  await page.setViewportSize({ width: 390, height: 800 })
  await page.getByRole('button', { name: 'Show everything' }).click()
  await expect(feed.getByRole('article').nth(3)).toBeVisible()
  await page.screenshot({ path: 'test-results/activity-phone.png' })
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  expect(errors).toEqual([])
  await context.close()
})

test('the activity is searched, chosen by time in its histogram, and exported as it is filtered', async ({
  administrator: { page },
  browser,
  server,
}) => {
  const context = await browser.newContext({ baseURL: server.url })
  const hedy = await context.newPage()
  await hedy.goto('/signup')
  await signUp(hedy, '=Hedy', { email: 'hedy@example.com', password: 'a long enough password' })
  await expect(hedy.getByRole('heading', { name: 'Describe the assistant you want' })).toBeVisible()
  await context.close()

  await page.goto('/admin/activity')
  const feed = page.getByRole('feed', { name: 'Activity' })
  await page.getByRole('searchbox', { name: 'Find' }).fill('=hedy')
  await expect(page).toHaveURL(/q=/)
  await expect(feed.getByRole('article', { name: '=Hedy signed in' })).toBeVisible()
  await expect(feed.getByRole('article', { name: /^Root/ })).toHaveCount(0)
  const over = page.getByRole('region', { name: 'Over time' })
  await expect(over).toContainText('by 1 person')
  await over.getByRole('button', { name: /^signed in/ }).click()
  await expect(page).toHaveURL(/what=sign-in/)
  await expect(feed.getByRole('article')).toHaveCount(1)

  const taken = async (kind: string) => {
    await page.getByRole('button', { name: 'Export what is shown' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: kind, exact: true }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await download.createReadStream()) chunks.push(chunk)
    return { name: download.suggestedFilename(), lines: Buffer.concat(chunks).toString().trimEnd().split('\n') }
  }
  const csv = await taken('CSV')
  expect([csv.name, csv.lines.length]).toEqual(['activity.csv', 2])
  expect(csv.lines[1]).toMatch(/,'=Hedy,.*,sign-in,users,/)
  const jsonl = await taken('JSON Lines')
  expect([jsonl.name, jsonl.lines.length]).toEqual(['activity.jsonl', 1])
  expect(JSON.parse(jsonl.lines[0] ?? '')).toMatchObject({ action: 'sign-in', actor: { name: '=Hedy' } })
  await expect(page.getByText('1 event exported.').first()).toBeVisible()

  // Drawn over, the second half of the bars is the time that is shown.
  await page.getByRole('button', { name: 'Show everything' }).click()
  const bars = over.getByRole('img')
  const box = await bars.boundingBox()
  if (!box) throw new Error('The bars have no place')
  await page.mouse.move(box.x + box.width / 2, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width - 2, box.y + 20, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/from=.*to=/)
  await expect(page.getByLabel('From')).not.toHaveValue('')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/over-time-${colorScheme}.png` })
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await page.screenshot({ path: 'test-results/over-time-phone.png' })
})
