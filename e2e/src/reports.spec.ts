import type { Browser } from 'playwright/test'
import { expect, test } from './administered.ts'
import { ask } from './ask.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor } from './people.ts'

const shop = { description: 'Sells.', category: 'business', visibility: 'public', variables: [] }

/** A template of Ada's that Grace reports on its page. */
async function report(browser: Browser, url: string, title: string) {
  const ada = await newVisitor(browser, url, 'Ada')
  const { slug } = await ask<{ slug: string }>(ada.page, 'templates.create', { ...shop, title, content: `You sell in ${title}.` })
  const grace = await newVisitor(browser, url, 'Grace')
  await grace.page.goto(`/templates/${slug}`)
  await grace.page.getByRole('button', { name: /^Menu of/ }).click()
  await grace.page.getByRole('menuitem', { name: /Report/ }).click()
  const dialog = grace.page.getByRole('dialog')
  await dialog.getByRole('combobox').selectOption({ label: 'It is spam or advertising' })
  await dialog.getByRole('textbox').fill('It only leads to a shop.')
  await dialog.getByRole('button', { name: /Report|Send/ }).click()
  await expect(grace.page.getByText('A moderator will look at it.')).toBeVisible()
  return { ada, grace, slug }
}

test('what is reported is dismissed, taken back, and made private; its owner is told', async ({
  browser,
  server,
  administrator: { page },
}) => {
  test.slow()
  const { ada, grace, slug } = await report(browser, server.url, 'A shop window')
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Reports' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'A shop window' })
  await expect(row).toContainText('It only leads to a shop.')
  await row.getByRole('button', { name: 'Dismiss the report of “A shop window”' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()

  // By the keyboard alone.
  await row.getByRole('button', { name: 'Make “A shop window” private' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(row).toHaveCount(0)
  await page.getByRole('tab', { name: 'Upheld' }).click()
  await expect(page).toHaveURL(/status=upheld/)
  await expect(row).toContainText('upheld by Root')
  await expect(row.getByRole('link')).toHaveCount(0)

  await grace.page.goto(`/templates/${slug}`)
  await expect(grace.page.getByRole('heading', { level: 1 })).not.toHaveText('A shop window')
  await ada.page.goto('/')
  await ada.page.getByRole('button', { name: /Notifications/ }).click()
  await ada.page.getByRole('link', { name: /A moderator made “A shop window” private/ }).click()
  await expect(ada.page).toHaveURL(new RegExp(`/templates/${slug}$`))
  await expect(ada.page.getByRole('heading', { level: 1 })).toHaveText('A shop window')
  for (const { leave } of [ada, grace]) await leave()
})

test('what somebody wrote about a template is reported and taken away, and does not come back', async ({
  browser,
  server,
  administrator: { page },
}) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { id, slug } = await ask<{ id: string; slug: string }>(ada.page, 'templates.create', {
    ...shop,
    title: 'A tea room',
    content: 'You sell tea.',
  })
  const eve = await newVisitor(browser, server.url, 'Eve')
  await ask(eve.page, 'templates.rate', { templateId: id, rating: 2, review: 'You are all fools.' })
  const grace = await newVisitor(browser, server.url, 'Grace')
  await grace.page.goto(`/templates/${slug}`)
  const reviews = grace.page.getByRole('list', { name: 'Reviews' })
  await reviews.getByRole('button', { name: 'Report the review by Eve' }).click()
  const dialog = grace.page.getByRole('dialog', { name: 'Report this review' })
  await expect(dialog).toContainText('what Eve wrote')
  await expectAccessible(grace.page)
  await dialog.getByRole('combobox').selectOption({ label: 'Something else' })
  await dialog.getByRole('textbox').fill('It insults people.')
  await dialog.getByRole('button', { name: 'Report', exact: true }).click()
  await expect(grace.page.getByText('A moderator will look at it.')).toBeVisible()

  await page.goto('/admin/reports')
  const row = page.getByRole('listitem').filter({ hasText: 'A tea room' })
  await expect(row).toContainText('a review by Eve, 2 of 5 stars')
  await expect(row).toContainText('You are all fools.')
  await expect(row).toContainText('It insults people.')
  await row.getByRole('button', { name: 'Take what Eve wrote about “A tea room” away' }).click()
  await row.getByRole('button', { name: 'Really take what Eve wrote about “A tea room” away' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('tab', { name: 'Upheld' }).click()
  await expect(row).toContainText('These words do not stand there any more.')

  // The stars stay, and so does the template.
  await grace.page.reload()
  await expect(grace.page.getByRole('heading', { level: 1 })).toHaveText('A tea room')
  await expect(grace.page.getByRole('row', { name: '2 stars 1' })).toBeVisible()
  await expect(grace.page.getByText('You are all fools.')).toHaveCount(0)
  await eve.page.goto('/')
  await eve.page.getByRole('button', { name: /Notifications/ }).click()
  await eve.page.getByRole('link', { name: /A moderator took away what you wrote about “A tea room”/ }).click()
  await expect(eve.page).toHaveURL(new RegExp(`/templates/${slug}$`))
  await eve.page.getByRole('button', { name: 'Change' }).click()
  await eve.page.getByLabel('Review').fill('You are ALL fools!')
  await eve.page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(eve.page.getByText('A moderator took these words away because of a report.')).toBeVisible()
  for (const { leave } of [ada, eve, grace]) await leave()
})

test('a link to a template tells what it is before any script runs, and nothing once it is private', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const title = '</title><script>alert("x")</script>'
  const { id, slug } = await ask<{ id: string; slug: string }>(ada.page, 'templates.create', {
    ...shop,
    title,
    content: 'You sell.',
  })
  const sent = async () => (await fetch(`${server.url}/templates/${slug}`)).text()
  const shown = await sent()
  expect(shown).toContain('<title>&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; · Prologue</title>')
  expect(shown).toContain(`<link rel="canonical" href="${server.url}/templates/${slug}" />`)
  expect(shown).not.toContain('<script>alert')
  await ada.page.goto(`/templates/${slug}`)
  await expect(ada.page.getByRole('heading', { level: 1 })).toHaveText(title)
  await ask(ada.page, 'templates.update', { id, visibility: 'private' })
  expect(await sent()).toBe(await (await fetch(`${server.url}/templates/never-was`)).text())
  expect(await (await fetch(`${server.url}/robots.txt`)).text()).toContain('Disallow: /admin/')
  await ada.leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of reports can be used by everybody, in ${colorScheme}`, async ({
    browser,
    server,
    administrator: { page },
  }, info) => {
    test.slow()
    const errors: string[] = []
    hearErrors(page, errors)
    await page.emulateMedia({ colorScheme })
    await page.goto('/admin/reports?status=dismissed')
    await expect(
      page.getByText('No report was dismissed so far.').or(page.getByRole('list', { name: /Dismissed/ })),
    ).toBeVisible()
    const { ada, grace } = await report(browser, server.url, `A shop in ${colorScheme}`)
    await page.goto('/admin/reports')
    const row = page.getByRole('listitem').filter({ hasText: `A shop in ${colorScheme}` })
    await row.getByRole('button', { name: `Text of version 1 of “A shop in ${colorScheme}”` }).click()
    await expect(row.getByRole('region')).toHaveText(`You sell in A shop in ${colorScheme}.`)
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await expectNoSidewaysScroll(page)
      await expectAccessible(page)
      await page.screenshot({ path: info.outputPath(`reports-${colorScheme}-${width}.png`) })
    }
    expect(errors).toEqual([])
    for (const { leave } of [ada, grace]) await leave()
  })
}
