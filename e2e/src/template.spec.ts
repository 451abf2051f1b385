import type { Browser, Locator, Page } from 'playwright/test'
import { ask } from './ask.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { desk, draftText, newVisitor, signIn, type Visitor } from './people.ts'
import { expect, test, type BuiltServer } from './server.ts'

const greeter = {
  title: 'Greeter',
  description: 'Greets guests of a place.',
  category: 'support',
  visibility: 'public',
  content: '# Role\nYou greet guests of {{ city }}, with {{ stars }} stars.\n{% for rule in rules %}- {{ rule }}\n{% endfor %}',
  variables: [
    { name: 'city', label: 'Town', type: 'text', example: 'Ghent' },
    { name: 'stars', type: 'integer', max: 5, default: 4 },
    { name: 'rules', type: 'list', required: false },
  ],
}

/** Ada's template, open before her. */
async function openGreeter(browser: Browser, { url }: BuiltServer): Promise<Visitor & { id: string; path: string }> {
  const ada = await newVisitor(browser, url, 'Ada', { viewport: { width: 1280, height: 900 } })
  const { id, slug } = await ask<{ id: string; slug: string }>(ada.page, 'templates.create', greeter)
  const path = `/templates/${slug}`
  await ada.page.goto(path)
  await expect(useButton(ada.page)).toBeVisible()
  return { ...ada, id, path }
}

const useButton = (page: Page): Locator => page.getByRole('button', { name: 'Use in a conversation' })
const shown = (page: Page): Locator => page.getByRole('region', { name: 'The text, filled in' })
const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText())

async function copy(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('menuitem', { name: what, exact: true }).click()
}

async function choose(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: /^Menu of/ }).click()
  await page.getByRole('menuitem', { name: act }).click()
}

test('a template is filled in beside its text, copied in several ways, and used in a conversation', async ({
  browser,
  server,
}) => {
  const { page, leave, path } = await openGreeter(browser, server)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await expect(shown(page)).toContainText('You greet guests of Town, with 4 stars.')

  // What is missing is said when somebody wants to go on, and a gap leads to its field.
  await useButton(page).click()
  await expect(page.getByLabel('Town')).toBeFocused()
  await expect(page.getByText('Fill this in.')).toBeVisible()
  await page.getByLabel('Stars').focus()
  await shown(page).getByRole('button', { name: 'Town' }).click()
  await expect(page.getByLabel('Town')).toBeFocused()
  await page.keyboard.type('Lund')
  await page.getByLabel('Rules (optional)').fill('be kind\nbe brief')
  await expect(shown(page).locator('mark')).toHaveText(['Lund', '4', 'be kind', 'be brief'])

  await copy(page, 'Text')
  const prompt = '# Role\nYou greet guests of Lund, with 4 stars.\n- be kind\n- be brief\n'
  expect(await clipboard(page)).toBe(prompt)
  await copy(page, 'Anthropic, JSON')
  expect(JSON.parse(await clipboard(page))).toMatchObject({
    messages: [{ role: 'user' }],
    system: expect.stringContaining('Lund'),
  })
  await copy(page, 'OpenAI responses, curl')
  expect(await clipboard(page)).toMatch(/^curl https:\/\/api\.openai\.com\/v1\/responses/)
  await copy(page, 'Text with its variables')
  expect(await clipboard(page)).toBe(greeter.content)

  // What was typed is there after a look at something else.
  await page.getByRole('link', { name: 'Library' }).first().click()
  await expect(page).toHaveURL(/\/templates$/)
  await page.goBack()
  await expect(page.getByLabel('Town')).toHaveValue('Lund')
  await useButton(page).click()
  await expect(page).toHaveURL(/\/c\//)
  await expect(page.getByRole('heading', { name: 'Greeter' })).toBeVisible()
  await expect.poll(() => draftText(page)).toContain('You greet guests of Lund, with 4 stars.')
  await page.goto(path)
  await expect(page.getByText('1 use', { exact: true }).first()).toBeVisible()
  await leave()
})

test('who is signed out reads and fills in, and finds what they typed after signing in', async ({ browser, page, server }) => {
  const ada = await openGreeter(browser, server)
  await page.goto(ada.path)
  await expect(page).toHaveTitle(/Greeter/)
  await page.getByLabel('Town').fill('Lund')
  await useButton(page).click()
  await expect(page).toHaveURL(/\/login/)
  // As a link leads there, so that the page stays.
  await page.getByLabel('E-mail').fill(ada.email)
  await page.getByLabel('Password').fill(ada.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('Town')).toHaveValue('Lund')

  await ask(ada.page, 'templates.update', { id: ada.id, visibility: 'private' })
  const stranger = await newVisitor(browser, server.url, 'Grace')
  await stranger.page.goto(ada.path)
  await expect(stranger.page.getByRole('heading', { name: 'There is no template here' })).toBeVisible()
  await stranger.leave()
  await ada.leave()
})

test('versions are looked at by number and by label', async ({ browser, server }) => {
  const { page, leave, id, path } = await openGreeter(browser, server)
  const second = { templateId: id, basedOn: 1, content: 'You greet everybody.', variables: [], message: '' }
  await ask(page, 'templates.saveVersion', second)
  await ask(page, 'templates.moveLabel', { templateId: id, name: 'production', number: 1 })
  await page.goto(path)
  await expect(page.getByText('You greet everybody.')).toBeVisible()
  await page.getByLabel('Version', { exact: true }).selectOption('production · version 1')
  await expect(shown(page)).toContainText('You greet guests of Town')
  await expect(page).toHaveURL(/version=production/)
  await page.reload()
  await expect(shown(page)).toContainText('You greet guests of Town')
  await page.getByLabel('Version', { exact: true }).selectOption('Version 2')
  await expect(page.getByText('You greet everybody.')).toBeVisible()
  await expect(page.getByText('There is no version')).toHaveCount(0)
  await page.goto(`${path}?version=staging`)
  await expect(page.getByText('There is no version “staging” of this template.')).toBeVisible()
  await expect(page.getByText('You greet everybody.')).toBeVisible()
  await leave()
})

test('an owner says who finds a template, deletes it and brings it back, and hands it over', async ({ browser, server }) => {
  test.slow()
  const ada = await openGreeter(browser, server)
  const grace = await newVisitor(browser, server.url, 'Grace Murray')
  const { page } = ada
  await page.getByRole('button', { name: 'Who finds it: Public' }).click()
  await page.getByRole('menuitemradio', { name: /^Private/ }).click()
  await expect(page.getByText('Nobody but you finds this template now.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Everybody finds this template now.')).toBeVisible()

  await choose(page, 'Delete')
  await expect(page.getByRole('heading', { name: '“Greeter” is deleted' })).toBeFocused()
  await grace.page.goto(ada.path)
  await expect(grace.page.getByRole('heading', { name: 'There is no template here' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(useButton(page)).toBeVisible()

  await choose(page, 'Offer to somebody')
  await page.getByRole('combobox', { name: 'To whom' }).fill('Murray')
  await page.getByRole('option', { name: 'Grace Murray' }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Offer', exact: true }).click()
  await expect(page.getByText('It is offered to Grace Murray, and yours until they take it.')).toBeVisible()
  await grace.page.goto(ada.path)
  await expect(grace.page.getByText('Ada offers you this template.')).toBeVisible()
  await grace.page.getByRole('button', { name: 'Take it' }).click()
  await expect(grace.page.getByRole('link', { name: 'Edit' })).toBeVisible()
  await expect(grace.page.getByText('Ada offers you this template.')).toBeHidden()
  await grace.leave()
  await ada.leave()
})

test('others keep a template, fork it and report it', async ({ browser, server }) => {
  const ada = await openGreeter(browser, server)
  const grace = await newVisitor(browser, server.url, 'Grace')
  const { page } = grace
  await page.goto(ada.path)
  const favourite = page.getByRole('button', { name: 'Favourite' })
  await favourite.click()
  await expect(favourite).toHaveAttribute('aria-pressed', 'true')
  await page.reload()
  await expect(favourite).toHaveAttribute('aria-pressed', 'true')

  await choose(page, 'Report')
  await page.getByRole('dialog').getByRole('button', { name: 'Report' }).click()
  await expect(page.getByText('Choose what is wrong.')).toBeVisible()
  await page.getByLabel('What is wrong').selectOption('It is spam or advertising')
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Report' }).click()
  await expect(page.getByText('Thank you. A moderator will look at it.')).toBeVisible()

  await page.getByRole('button', { name: 'Fork' }).click()
  await expect(page.getByText('forked from Greeter')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Who finds it: Private' })).toBeVisible()
  await grace.leave()
  await ada.leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of a template can be used by everybody, in ${colorScheme}, on every width`, async ({ browser, server }) => {
    test.slow()
    const ada = await openGreeter(browser, server)
    const context = await browser.newContext({ baseURL: server.url, colorScheme, hasTouch: true })
    const page = await context.newPage()
    const errors: string[] = []
    hearErrors(page, errors)
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(ada.path)
      await expect(useButton(page)).toBeInViewport()
      await expectNoSidewaysScroll(page)
      if (width > 320) await expectAccessible(page)
    }
    await page.goto('/templates/nowhere')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
    expect(errors).toEqual([])
    await signIn(page, ada)
    await expect(desk(page)).toBeVisible()
    await page.goto(ada.path)
    await expect(page.getByRole('link', { name: 'Edit' })).toBeVisible()
    await expectNoSidewaysScroll(page)
    expect(errors).toEqual([])
    await context.close()
    await ada.leave()
  })
}
