import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor, shareLink, startConversation } from './people.ts'
import { expect, test } from './server.ts'

test('what happened to a conversation and a template is read by who owns them', async ({ browser, server }) => {
  const { page } = await newVisitor(browser, server.url, 'Ada Owning')
  const errors: string[] = []
  hearErrors(page, errors)
  await startConversation(page, 'A tutor of algebra.')
  const link = await shareLink(page, 'Can write')
  const grace = await newVisitor(browser, server.url, 'Grace Writing')
  await grace.page.goto(link)
  await expect(grace.page.getByRole('heading', { level: 1, name: 'A tutor of algebra' })).toBeVisible()
  const open = async (who: typeof page) => {
    const head = who.getByRole('banner')
    await head.getByRole('button', { name: 'Menu of A tutor of algebra' }).click()
  }
  await open(grace.page)
  await expect(grace.page.getByRole('menuitem', { name: 'Duplicate' })).toBeVisible()
  await expect(grace.page.getByRole('menuitem', { name: 'Activity' })).toBeHidden()
  await grace.leave()

  await open(page)
  await page.getByRole('menuitem', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeFocused()
  const feed = page.getByRole('feed', { name: 'Activity' })
  await expect(feed.getByRole('article').first()).toHaveAccessibleName('Grace Writing created a participant')
  await expect(feed.getByRole('article', { name: 'You created a share link' })).toBeVisible()
  await expect(feed.getByRole('article').last()).toHaveAccessibleName('You created the conversation')
  await feed
    .getByRole('article', { name: /^You changed/ })
    .first()
    .locator('summary')
    .click()
  await expect(feed.getByLabel('What changed').first()).toBeVisible()
  await expect(feed).not.toContainText('Address')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/own-activity-${colorScheme}.png` })
  }
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.screenshot({ path: 'test-results/own-activity-phone.png' })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('link', { name: 'A tutor of algebra' }).click()
  await expect(page.getByRole('textbox', { name: 'Message' })).toBeVisible()

  const slug = await page.evaluate(async () => {
    const json = { title: 'A calm shop', category: 'support', content: 'Be kind.', variables: [], visibility: 'private' }
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/trpc/templates.create', { method: 'POST', headers, body: JSON.stringify({ json }) })
    const { result }: { result: { data: { json: { slug: string } } } } = await answer.json()
    return result.data.json.slug
  })
  await page.goto(`/templates/${slug}`)
  await page.getByRole('button', { name: 'Menu of A calm shop' }).click()
  await page.getByRole('menuitem', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { name: 'Activity' })).toBeFocused()
  await expect(feed.getByRole('article').last()).toHaveAccessibleName('You created the template')
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/own-activity-template.png' })
  expect(errors).toEqual([])
})
