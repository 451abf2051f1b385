import { readFile } from 'node:fs/promises'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor } from './people.ts'
import { expect, test } from './server.ts'

const csv = [
  'act,prompt,for_devs,type,contributor',
  '"Lighthouse Keeper","Act as a keeper, and say ""ahoy"".\nNever leave the ${place:tower}.",FALSE,TEXT,ann',
  'Reviewer ,Review what I send.,TRUE,TEXT,"ann,ben"',
  ',No title here.,FALSE,TEXT,ben',
  '',
].join('\r\n')

test('a file is looked at, imported, and exported again as it came', async ({ browser, server }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  const errors: string[] = []
  hearErrors(page, errors)
  await page.goto('/templates/import')
  await expect(page.getByRole('heading', { name: 'Import templates' })).toBeVisible()
  await expectAccessible(page)

  // A file that is broken is told with its line, and nothing of it stays.
  const choose = page.getByLabel('Choose a file')
  await choose.setInputFiles({ name: 'broken.csv', mimeType: 'text/csv', buffer: Buffer.from(`${csv}Broken,"never closed`) })
  await expect(page.getByRole('alert')).toContainText('broken.csv, line 6: A quote in the row that begins here is not closed.')
  await page.getByRole('button', { name: 'Choose another' }).click()

  // What would become of each item stands there before anything is written.
  await choose.setInputFiles({ name: 'prompts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await expect(page.getByText('2 templates can be imported; 1 item is refused. Nothing is written yet.')).toBeVisible()
  await expect(page.getByLabel('Format')).toHaveValue('prompts-chat')
  const items = page.getByRole('region', { name: 'What the file holds' }).getByRole('listitem')
  await expect(items.filter({ hasText: 'Lighthouse Keeper' })).toContainText('1 variable')
  await expect(items.filter({ hasText: 'Without a title' })).toContainText('The cell "act" should hold a title, and is empty.')
  await items.getByText('What converting does').click()
  await expect(items.filter({ hasText: 'Lighthouse Keeper' })).toContainText('${place:tower}')
  await expect(items.filter({ hasText: 'Lighthouse Keeper' }).locator('dd')).toHaveText('text')
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 390, height: 844 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 320, height: 700 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1440, height: 2000 })

  // Without converting, what stands in the file stays.
  await page.getByLabel('Make its variables fields to fill in').uncheck()
  await expect(items.filter({ hasText: 'Lighthouse Keeper' })).toContainText('Plain text with ${name} in it')
  await page.getByRole('button', { name: 'Import 2 templates' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 templates are imported.')).toBeVisible()
  await expect(items.filter({ hasText: 'Reviewer' })).toContainText('Imported')
  await items.getByRole('link', { name: 'Lighthouse Keeper' }).click()
  await expect(page).toHaveURL(/\/templates\/lighthouse-keeper$/)
  await expect(page.getByText('Never leave the ${place:tower}.').first()).toBeVisible()

  // Exported again it is the file it was, but for the row that was refused.
  await page.goto('/templates?scope=mine')
  await page.getByRole('checkbox').first().check()
  await page.getByRole('button', { name: 'Select all shown' }).click()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Export' })
  await expect(dialog.getByText('Who may see it and what it was forked from are left out.')).toBeVisible()
  await dialog.getByLabel('Format').selectOption('prompts.chat CSV')
  await expect(dialog.getByText('prompts.chat takes braces of the plain text for variables.')).toBeVisible()
  await expectAccessible(page)
  const coming = page.waitForEvent('download')
  await dialog.getByRole('button', { name: 'Download 2 templates' }).click()
  const download = await coming
  expect(download.suggestedFilename()).toBe('templates.csv')
  const rows = (await readFile(await download.path(), 'utf8')).split('\r\n')
  expect(rows.toSorted()).toEqual(
    csv
      .split('\r\n')
      .filter((row) => !row.startsWith(',No'))
      .map(asWritten)
      .toSorted(),
  )
  expect(errors).toEqual([])
  await ada.leave()
})

/** Quotes stand only where they are needed. */
const asWritten = (row: string) => row.replace(/^"Lighthouse Keeper"/, 'Lighthouse Keeper')

test('a request that is pasted becomes a template', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await page.goto('/templates/import')
  const request = { model: 'claude-x', max_tokens: 100, system: 'You guide {{who}}.', messages: [] }
  await page.getByLabel('Or paste a text').fill(JSON.stringify(request))
  await page.getByRole('button', { name: 'Read the text' }).click()
  await expect(page.getByLabel('Format')).toHaveValue('anthropic')
  await expect(page.getByText('1 template can be imported.')).toBeVisible()
  await page.getByRole('button', { name: 'Import 1 template' }).click()
  await expect(page.getByText('1 template is imported.')).toBeVisible()
  await ada.leave()
})

test('an import that is stopped goes on where it was, and who leaves amid it is asked', async ({ browser, server }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  const titles = Array.from({ length: 250 }, (_, index) => `Keeper ${index}`)
  const buffer = Buffer.from(['act,prompt', ...titles.map((title) => `${title},Be kind.`)].join('\n'))
  await page.goto('/templates/import')
  await page.getByLabel('Choose a file').setInputFiles({ name: 'keepers.csv', mimeType: 'text/csv', buffer })

  // The first request is held, so that there is an import to stop and to leave.
  const held = Promise.withResolvers<void>()
  const sent: string[] = []
  await page.route('**/trpc/interchange.importTemplates**', async (route) => {
    sent.push(route.request().postData() ?? '')
    if (sent.length === 1) await held.promise
    await route.continue()
  })
  await page.getByRole('button', { name: 'Import 250 templates' }).click()
  await expect.poll(() => sent.length).toBe(1)
  await page.getByRole('link', { name: 'Library' }).click()
  const asked = page.getByRole('dialog', { name: 'Leave amid the import?' })
  await expect(asked).toBeVisible()
  await expectAccessible(page)
  await asked.getByRole('button', { name: 'Stay' }).click()
  await expect(asked).toBeHidden()
  await page.getByRole('button', { name: 'Stop' }).click()
  held.resolve()
  const state = page.getByRole('status').filter({ hasText: 'imported' })
  await expect(state).toContainText('100 templates are imported')
  await expect(state).toContainText('150 are left.')

  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(state).toContainText('250 templates are imported')
  expect(sent).toHaveLength(3)
  const came = sent.flatMap((body) => [...body.matchAll(/"title":"(Keeper \d+)"/g)].map(([, title]) => title))
  expect(came).toEqual(titles)
  await page.getByRole('link', { name: 'Go to your templates' }).click()
  await expect(page).toHaveURL(/scope=mine/)
  await ada.leave()
})

test('who is signed out is led to sign in', async ({ page, server }) => {
  await page.goto(`${server.url}/templates/import`)
  await expect(page).toHaveURL(/\/login\?.*import/)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
