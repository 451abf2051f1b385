import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright/test'
import { ask } from './ask.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor, section, type Visitor } from './people.ts'
import { expect, test, type BuiltServer } from './server.ts'

type Made = { id: string; slug: string }

const rules = Array.from({ length: 20 }, (_, index) => `- Rule ${index + 1} says what to do.`)
const textOf = (tone: string, words: number) =>
  ['# Role', `You are a ${tone} tutor of {{ language }}.`, '', ...rules, '', `Keep answers under ${words} words.`].join('\n')
const language = { name: 'language', type: 'text' }
const tutor = { title: 'Tutor', description: 'Teaches.', category: 'education', visibility: 'public', tags: [] }

/** Ada's public template of three versions, before her on its page. */
async function openTutor(browser: Browser, { url }: BuiltServer, options: BrowserContextOptions = {}) {
  const ada = await newVisitor(browser, url, 'Ada', { viewport: { width: 1280, height: 900 }, ...options })
  const first = { ...tutor, content: textOf('kind', 120), variables: [language], message: '' }
  const { id, slug } = await ask<Made>(ada.page, 'templates.create', first)
  const save = (basedOn: number, content: string, message: string, more: object = {}) =>
    ask(ada.page, 'templates.saveVersion', { templateId: id, basedOn, content, variables: [language], message, ...more })
  await save(1, textOf('patient', 120), 'Patient', { settings: { temperature: 0.4 } })
  const variables = [
    { ...language, default: 'French' },
    { name: 'level', type: 'enum', options: ['A1', 'B2'] },
  ]
  await save(2, textOf('patient', 80), 'Shorter answers', { variables, settings: { temperature: 0.7 } })
  const path = `/templates/${slug}`
  await ada.page.goto(path)
  await expect(version(ada.page, 3)).toBeVisible()
  return { ...ada, id, path, save }
}

const version = (page: Page, number: number): Locator => page.getByRole('button', { name: new RegExp(`^Version ${number}:`) })
const row = (page: Page, number: number): Locator =>
  section(page, 'Versions')
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `More for version ${number}` }) })
const compared = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare versions' })
const differences = (page: Page): Locator => compared(page).getByRole('region', { name: /^What differs between/ })

async function choose(page: Page, number: number, act: string): Promise<void> {
  await page.getByRole('button', { name: `More for version ${number}` }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('any two versions are compared by words, by lines and in their variables and settings', async ({ browser, server }) => {
  test.slow()
  const { page, leave } = await openTutor(browser, server)
  const errors: string[] = []
  hearErrors(page, errors)
  await expect(row(page, 3)).toContainText('latest')

  // By the keyboard down to the second version, which is compared with what it came from.
  await version(page, 3).focus()
  await page.keyboard.press('ArrowDown')
  await expect(version(page, 2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(differences(page).locator('del')).toHaveText('kind')
  await expect(differences(page).locator('ins')).toHaveText('patient')
  await expect(compared(page).getByRole('status')).toHaveText('1 place in the text and 1 setting differ.')

  await compared(page).getByLabel('To', { exact: true }).selectOption('3')
  await expect(compared(page).getByRole('status')).toHaveText('2 places in the text, 2 variables and 1 setting differ.')
  await compared(page).getByLabel('From', { exact: true }).selectOption('2')
  const variables = compared(page).getByRole('region', { name: 'Variables that differ' })
  await expect(variables.locator('code')).toHaveText(['language', 'level'])
  await expect(variables.locator('ins')).toHaveText(['“French”', 'enum', '“A1”, “B2”'])
  await expect(compared(page).getByRole('region', { name: 'Settings that differ' })).toContainText('Temperature 0.4 0.7')
  await expectAccessible(page)

  await compared(page).getByText('Lines', { exact: true }).click()
  await expect(differences(page)).toContainText('Line 25 went: Keep answers under 120 words.')
  await expect(differences(page)).toContainText('Line 25 came: Keep answers under 80 words.')
  await expect(differences(page)).not.toContainText('Rule 3 says')
  await differences(page)
    .getByRole('button', { name: /^Show \d+ unchanged lines/ })
    .click()
  await expect(differences(page)).toContainText('Rule 3 says')
  await expectAccessible(page)

  await compared(page).getByRole('button', { name: 'The other way round' }).click()
  await expect(differences(page)).toContainText('Line 25 came: Keep answers under 120 words.')
  await compared(page).getByText('Text', { exact: true }).click()
  await expect(compared(page).getByRole('region', { name: 'Version 2' })).toContainText('You are a patient tutor')
  await page.keyboard.press('Escape')
  await expect(version(page, 2)).toBeFocused()

  // The first one has nothing before it: it is read.
  await version(page, 1).click()
  await expect(compared(page).getByRole('region', { name: 'Version 1' })).toContainText('You are a kind tutor')
  expect(errors).toEqual([])
  await leave()
})

test('an older version is restored as a new one, and not over one that nobody here has seen', async ({ browser, server }) => {
  const { page, leave, save } = await openTutor(browser, server)
  await choose(page, 1, 'Restore…')
  await expect(differences(page).locator('ins').first()).toHaveText('kind')
  await expect(compared(page)).toContainText('This makes it version 4.')
  await save(3, textOf('patient', 60), 'Shorter still')
  await compared(page).getByRole('button', { name: 'Restore version 1' }).click()
  await expect(compared(page).getByRole('alert')).toHaveText(
    'Version 4 was saved meanwhile. See what it changed, then restore version 1 if you still want to.',
  )
  await expectAccessible(page)
  await compared(page).getByRole('button', { name: 'Compare with the newest' }).click()
  await expect(differences(page).locator('del').last()).toHaveText('60')
  await compared(page).getByRole('button', { name: 'Restore version 1' }).click()
  await expect(page.getByText('Version 5 is the newest now and says what version 1 said.')).toBeVisible()
  await expect(row(page, 5)).toContainText('Version 1 again')
  await expect(row(page, 5)).toContainText('from version 1')
  await expect(page.getByRole('region', { name: /The text/ })).toContainText('You are a kind tutor')
  await leave()
})

test('labels are given, moved and removed, each saying what it displaces, and Undo takes it back', async ({
  browser,
  server,
}) => {
  const { page, leave } = await openTutor(browser, server)
  const dialog = page.getByRole('dialog', { name: /^Labels for version/ })
  await choose(page, 2, 'Labels…')
  await dialog.getByLabel('New label').fill('Not A Label')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText(/^A label has small letters/)).toBeVisible()
  await dialog.getByLabel('New label').fill('production')
  await page.keyboard.press('Enter')
  await expect(page.getByText('production points to version 2.')).toBeVisible()
  await expect(row(page, 2)).toContainText('production')

  await choose(page, 3, 'Labels…')
  await expect(dialog).toContainText('points to version 2')
  await dialog.getByLabel('New label').fill('production')
  await expect(dialog).toContainText('It points to version 2 now and moves here.')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Move production from version 2 to version 3' }).click()
  await expect(page.getByText('production points to version 3 instead of version 2.')).toBeVisible()
  await expect(row(page, 3)).toContainText('production')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('production points to version 2 again.')).toBeVisible()
  await expect(row(page, 2)).toContainText('production')

  await choose(page, 2, 'Labels…')
  await dialog.getByRole('button', { name: 'Remove production' }).click()
  await expect(page.getByText('The label production is removed from version 2.')).toBeVisible()
  await expect(row(page, 2)).not.toContainText('production')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 2)).toContainText('production')
  await leave()
})

test('the tree shows what was forked from which version, by the keyboard too', async ({ browser, server }) => {
  test.slow()
  const ada = await openTutor(browser, server)
  const grace = await newVisitor(browser, server.url, 'Grace', { viewport: { width: 1280, height: 900 } })
  const fork = await ask<Made>(grace.page, 'templates.fork', { id: ada.id, number: 2 })
  await ask(grace.page, 'templates.update', { id: fork.id, title: 'Strict tutor', visibility: 'public' })
  const { page } = ada
  const versions = section(page, 'Versions')
  await versions.getByText('Tree', { exact: true }).click()
  const opens = versions.getByRole('button', { name: 'Versions of Strict tutor' })
  await expect(versions).toContainText('this template')
  await version(page, 2).focus()
  await page.keyboard.press('ArrowDown')
  await expect(opens).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(opens).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const link = versions.getByRole('link', { name: 'Strict tutor' })
  await expect(link).toBeFocused()
  await expectAccessible(page)

  // Also across templates.
  await versions.getByRole('button', { name: 'Compare version 1 of Strict tutor with the newest here' }).click()
  await expect(differences(page).locator('del')).toHaveText('120')
  await expect(compared(page).getByLabel('From', { exact: true })).toContainText('Version 1 (Strict tutor)')
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await link.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`${fork.slug}$`))
  await expect(section(page, 'Versions')).toContainText('forked from “Tutor”')

  // What one may not see is not there.
  await ask(grace.page, 'templates.update', { id: fork.id, visibility: 'private' })
  await page.goto(ada.path)
  await versions.getByText('Tree', { exact: true }).click()
  await expect(versions).toContainText('Nobody has forked it where you could see it.')
  await ada.leave()
  await grace.leave()
})

const ratings = (page: Page): Locator => section(page, 'Ratings')
const stars = (page: Page): Locator => ratings(page).getByRole('radiogroup')

async function rate({ page }: Visitor, path: string, review: string): Promise<void> {
  await page.goto(path)
  await stars(page).getByRole('radio', { name: '1 star,' }).focus()
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight')
  await expect(stars(page).getByRole('radio', { name: '4 stars' })).toBeChecked()
  await ratings(page).getByLabel('Review').fill(review)
  await ratings(page).getByRole('button', { name: 'Rate', exact: true }).click()
  await expect(page.getByText('Thank you, your rating is saved.')).toBeVisible()
}

test('a template is rated and reviewed, changed and withdrawn with Undo; one’s own and without an account it cannot be', async ({
  browser,
  page: visitor,
  server,
}) => {
  test.slow()
  const ada = await openTutor(browser, server)
  const grace = await newVisitor(browser, server.url, 'Grace', { viewport: { width: 1280, height: 900 } })
  await expect(ratings(ada.page)).toContainText('This is your template: its stars come from others.')
  const { page } = grace
  const errors: string[] = []
  hearErrors(page, errors)
  await rate(grace, ada.path, 'Patient <b>indeed</b>.\nAnd brief.')
  const reviews = ratings(page).getByRole('list', { name: 'Reviews' })
  // As it was written, never as marks of a page.
  await expect(reviews).toContainText('Patient <b>indeed</b>.\nAnd brief.')
  await expect(reviews.getByRole('img')).toHaveAccessibleName('4 of 5 stars')
  await expect(ratings(page).getByRole('row', { name: '4 stars 1' })).toBeVisible()
  await expectAccessible(page)

  await ratings(page).getByRole('button', { name: 'Change' }).click()
  await expect(stars(page).getByRole('radio', { name: '4 stars' })).toBeFocused()
  await stars(page).getByRole('radio', { name: '2 stars' }).click()
  await ratings(page).getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Your rating is changed.')).toBeVisible()
  await expect(ratings(page).getByRole('row', { name: '2 stars 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Your rating is what it was.')).toBeVisible()
  await expect(ratings(page).getByRole('row', { name: '4 stars 1' })).toBeVisible()

  await ratings(page).getByRole('button', { name: 'Withdraw' }).click()
  await expect(stars(page)).toBeVisible()
  await expect(reviews).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(reviews).toContainText('And brief.')

  await visitor.goto(ada.path)
  await expect(ratings(visitor)).toContainText('And brief.')
  await ratings(visitor).getByRole('link', { name: 'Sign in to rate it' }).click()
  await expect(visitor).toHaveURL(new RegExp(`/login\\?next=.*${encodeURIComponent(ada.path)}`))
  expect(errors).toEqual([])
  await ada.leave()
  await grace.leave()
})

test('how often it was used is drawn, and told in numbers', async ({ browser, server }) => {
  test.slow()
  const ada = await openTutor(browser, server)
  const use = section(ada.page, 'Use')
  await expect(use).toContainText('Nobody has used it in this time.')
  const grace = await newVisitor(browser, server.url, 'Grace')
  await ask(grace.page, 'templates.fork', { id: ada.id })
  await ada.page.reload()
  await expect(use.getByRole('img')).toHaveAccessibleName(/^1 use in 90 days, most on .*: 1 use$/)
  await use.getByText('By weeks, in numbers').click()
  await expect(use.getByRole('row').nth(1)).toContainText(/ to .*1$/)
  await expectAccessible(ada.page)
  await ada.leave()
  await grace.leave()
})

for (const [width, colorScheme] of [
  [320, 'dark'],
  [390, 'light'],
] as const) {
  test(`on a phone ${width} wide, in ${colorScheme}, all of it fits`, async ({ browser, server }) => {
    test.slow()
    const options = { viewport: { width, height: 740 }, hasTouch: true, colorScheme }
    const ada = await openTutor(browser, server, options)
    const { page } = ada
    await expectNoSidewaysScroll(page)
    await version(page, 3).click()
    await expect.poll(() => compared(page).boundingBox()).toMatchObject({ x: 0, y: 0, width, height: 740 })
    await expect(differences(page).locator('ins').first()).toBeVisible()
    await expectNoSidewaysScroll(page)
    await compared(page).getByText('Lines', { exact: true }).click()
    await expect(differences(page)).toContainText('came: Keep answers')
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await compared(page).getByRole('button', { name: 'Close' }).click()
    await section(page, 'Versions').getByText('Tree', { exact: true }).click()
    await expect(version(page, 1)).toBeVisible()
    await expectNoSidewaysScroll(page)
    await expectAccessible(page)
    await ada.leave()
  })
}
