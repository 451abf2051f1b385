import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { expect, test } from './modelled.ts'
import { applyAnswer, newVisitor, signUp, startConversation } from './people.ts'
import { add, remove, rowOf } from './providing.ts'
import { startServer } from './server.ts'

const secret = 'sk-not-to-be-seen-again'

test('an administrator comes to an empty page, adds a server of models, and tests it', async ({
  administrator: { page },
  models,
}) => {
  models.behave({ replies: ['ready'], version: 'house-large-2026' })
  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Models' }).click()
  await expect(page.getByText(/No model is connected, and none is needed/)).toBeVisible()
  await expect(page.getByText(/stand here with what they cost/)).toBeVisible()

  await page.getByRole('button', { name: 'Add a provider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Your own server').click()
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  // What is wrong is said at its field, and the first of them has the focus.
  await expect(dialog.getByText('Enter at least one model.')).toBeVisible()
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await dialog.getByRole('button', { name: 'Ollama' }).click()
  await expect(dialog.getByLabel('Name')).toHaveValue('Ollama')
  await expect(dialog.getByLabel('Address')).toHaveValue('http://localhost:11434/v1')
  await dialog.getByLabel('Name').fill('House')
  await dialog.getByLabel('Address').fill(models.baseUrl('openai-compatible'))
  await dialog.getByLabel('Key', { exact: true }).fill(secret)
  await dialog.getByLabel('Models', { exact: true }).fill('house-large\nhouse-small\n')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(page.getByText(/House is added/)).toBeVisible()

  const row = rowOf(page, 'House')
  await expect(row).toContainText('key kept, not shown')
  await row.getByRole('button', { name: 'Test House with house-large' }).click()
  await expect(row.getByRole('status')).toHaveText(/^Answered in [\d.]+ m?s as house-large-2026\.$/)
  await row.getByLabel('Model to test House with').selectOption('house-small')
  await expect(row.getByRole('status')).toHaveText('')
  models.behave({ failures: [{ status: 401 }] })
  await row.getByRole('button', { name: 'Test House with house-small' }).click()
  await expect(row.getByRole('status')).toContainText('House refused the key (401)')
  expect(models.requests[0]?.headers.authorization).toBe(`Bearer ${secret}`)
  expect(models.requests[0]?.body['model']).toBe('house-small')
  await remove(page, 'House')
})

test('a key is never shown again: it stays, is replaced, or is taken away', async ({ administrator: { page }, models }) => {
  const heard: string[] = []
  page.on(
    'response',
    (response) =>
      void response.text().then(
        (text) => heard.push(text),
        () => {},
      ),
  )
  await page.goto('/admin/providers')
  await add(page, { name: 'Keyed', address: models.baseUrl('openai-compatible'), key: secret, models: 'one' })
  const row = rowOf(page, 'Keyed')
  const used = async () => {
    models.behave({ replies: ['ready'] })
    await row.getByRole('button', { name: /^Test/ }).click()
    await expect(row.getByRole('status')).toContainText('Answered')
    return models.requests[0]?.headers.authorization
  }
  const change = async () => {
    await row.getByRole('button', { name: 'Change Keyed' }).click()
    return page.getByRole('dialog', { name: 'Change Keyed' })
  }

  let dialog = await change()
  await expect(dialog.getByText('One is kept, and not shown.')).toBeVisible()
  await dialog.getByLabel('Models', { exact: true }).fill('two')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row.getByText('two', { exact: true })).toBeVisible()
  expect(await used()).toBe(`Bearer ${secret}`)

  // At another address it is not used without being entered there.
  dialog = await change()
  await dialog.getByLabel('Address').fill('http://127.0.0.1:9/v1')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Enter the key again')
  await dialog.getByLabel('Address').fill(models.baseUrl('openai-compatible'))
  await dialog.getByRole('button', { name: 'Replace' }).click()
  await expect(dialog.getByLabel('New key')).toBeFocused()
  await dialog.getByLabel('New key').fill('another key')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  expect(await used()).toBe('Bearer another key')

  dialog = await change()
  await dialog.getByRole('button', { name: 'Take away' }).click()
  await expect(dialog.getByRole('button', { name: 'Keep it' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(row).toContainText('no key')
  expect(await used()).toBeUndefined()
  expect(heard.filter((text) => text.includes(secret) || text.includes('another key'))).toEqual([])
  await remove(page, 'Keyed')
})

test('the order is changed by keyboard, and counts for who chooses a model', async ({ administrator: { page }, models }) => {
  await page.goto('/admin/providers')
  const names = ['First', 'Second', 'Third']
  for (const name of names) await add(page, { name, address: models.baseUrl('openai-compatible'), models: 'one' })
  const rows = page.getByRole('list', { name: 'Providers' }).locator('> li')
  await expect(page.getByRole('button', { name: 'Move First up' })).toBeDisabled()
  await page.getByRole('button', { name: 'Move Third up' }).focus()
  await page.keyboard.press('Enter')
  await expect(rows.nth(1)).toContainText('Third')
  await expect(page.getByRole('button', { name: 'Move Third up' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows.nth(0)).toContainText('Third')
  // It cannot go further: the focus goes on to the other way.
  await expect(page.getByRole('button', { name: 'Move Third down' })).toBeFocused()
  await page.reload()
  await expect(rows).toContainText(['Third', 'First', 'Second'])
  // Models are offered, and priced, in this order.
  await expect(page.getByRole('rowheader')).toContainText(['Third', 'First', 'Second'])
  for (const name of names) await remove(page, name)
})

test('a price that nobody knows is unknown until it is set, and again once that is forgotten', async ({
  administrator: { page },
  models,
}) => {
  await page.goto('/admin/providers')
  const address = models.baseUrl('openai')
  await add(page, { kind: 'OpenAI', name: 'Gate', address, models: 'gpt-4o-mini\nof-our-own' })
  const priceOf = (model: string) => page.getByRole('row').filter({ hasText: model })
  await expect(priceOf('gpt-4o-mini').getByRole('cell').first()).toHaveText('$0.15')
  const own = priceOf('of-our-own')
  await expect(own.getByRole('cell').first()).toHaveText('unknown')
  await own.getByRole('button', { name: 'Set the price of of-our-own of Gate' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Dollars per million read').fill('2,5')
  await dialog.getByRole('button', { name: 'Set the price' }).click()
  await expect(dialog.getByText(/^Enter dollars such as 2\.50/)).toBeVisible()
  await dialog.getByLabel('Dollars per million read').fill('2.5')
  await dialog.getByLabel('Written', { exact: true }).fill('0')
  await dialog.getByLabel('Tokens at once').fill('8,192')
  await dialog.getByRole('button', { name: 'Set the price' }).click()
  await expect(own.getByRole('cell')).toHaveText(['$2.50', 'unknown', 'free', '8,192', /Change/])
  await own.getByRole('button', { name: /^Forget/ }).click()
  await expect(own.getByRole('cell').first()).toHaveText('unknown')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(own.getByRole('cell').first()).toHaveText('$2.50')
  await remove(page, 'Gate')
  await expect(own).toContainText('offered by nobody now')
  await own.getByRole('button', { name: /^Forget/ }).click()
  await expect(own).toBeHidden()
})

test('what the environment sets is shown and not changed; the page is for administrators', async ({ browser, models }) => {
  const server = await startServer({
    MODEL_SERVER_URL: models.baseUrl('openai-compatible'),
    MODEL_SERVER_MODELS: 'house-large',
    MODEL_SERVER_KEY: secret,
  })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  await page.goto(server.setupUrl ?? '')
  await signUp(page, 'Root', { email: 'root@example.com', password: 'a long enough password' })
  await expect(page.getByRole('heading', { name: 'Describe the assistant you want' })).toBeVisible()
  await page.goto('/admin/providers')
  const row = rowOf(page, 'Model server')
  await expect(row).toContainText('Set in the environment of this server, and changed there.')
  await expect(row.getByRole('button')).toHaveText(['Test'])
  models.behave({ replies: ['ready'] })
  await row.getByRole('button', { name: /^Test/ }).click()
  await expect(row.getByRole('status')).toContainText('Answered')
  await expect(page.getByRole('row').filter({ hasText: 'house-large' }).getByRole('cell').first()).toHaveText('free')

  // A server on this machine is not for everybody to reach: unless the operator says so, it is refused in words.
  await page.getByRole('button', { name: 'Add a provider' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Your own server').click()
  await dialog.getByRole('button', { name: 'Ollama' }).click()
  await dialog.getByLabel('Models', { exact: true }).fill('one')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('MODEL_PRIVATE_NETWORKS')

  const ada = await newVisitor(browser, server.url, 'Ada')
  await ada.page.goto('/admin/providers')
  await expect(ada.page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible()
  await ada.leave()
  await context.close()
  await server.remove()
})

test('a draft tells how long it is, and whether the chosen model reads it whole', async ({
  administrator: { page },
  models,
}, info) => {
  await page.goto('/admin/providers')
  await add(page, { name: 'House', address: models.baseUrl('openai-compatible'), models: 'house-large' })
  await page.getByRole('button', { name: 'Set the price of house-large of House' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Dollars per million read').fill('1000')
  await dialog.getByLabel('Tokens at once').fill('20')
  await dialog.getByRole('button', { name: 'Set the price' }).click()
  await expect(dialog).toBeHidden()

  await page.goto('/')
  await startConversation(page)
  await applyAnswer(page)
  const size = page.getByRole('region', { name: 'Draft panel' }).getByRole('button', { name: /the size of the prompt/ })
  await expect(size).toHaveText(/^≈ [\d,]+ tokens$/)
  await page.getByRole('button', { name: /^Model:/ }).click()
  await page.getByRole('menuitemradio', { name: /house-large/ }).click()
  await expect(size).toHaveText(/^≈ [\d,]+ tokens · \d+ % of house-large$/)
  await size.click()
  const facts = page.getByRole('dialog', { name: 'The size of the prompt' })
  await expect(facts).toContainText(/To have house-large read it once\$0\.\d\d/)
  await expect(facts).toContainText('This is more than house-large reads at once.')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('estimate-1440.png') })
  await page.keyboard.press('Escape')
  await expect(size).toBeFocused()
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('tab', { name: 'Draft' }).click()
  await expect(size).toBeVisible()
  await expectNoSidewaysScroll(page)
  await page.screenshot({ path: info.outputPath('estimate-390.png') })
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto('/admin/providers')
  await remove(page, 'House')
  await page.getByRole('button', { name: /^Forget/ }).click()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the page of models can be used by everybody, in ${colorScheme}`, async ({ administrator: { page }, models }, info) => {
    test.slow()
    const errors: string[] = []
    hearErrors(page, errors)
    await page.emulateMedia({ colorScheme })
    const looks = async (what: string) => {
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 900 })
        await expectNoSidewaysScroll(page)
        await expectAccessible(page)
        await page.screenshot({ path: info.outputPath(`${what}-${colorScheme}-${width}.png`), fullPage: true })
      }
    }
    await page.goto('/admin/providers')
    await expect(page.getByText(/No model is connected/)).toBeVisible()
    await looks('empty')
    await page.getByRole('button', { name: 'Add a provider' }).click()
    await page.getByRole('dialog').getByText('Your own server').click()
    await page.getByRole('dialog').getByRole('button', { name: 'vLLM' }).click()
    await looks('form')
    await page.keyboard.press('Escape')
    await add(page, { name: 'House', address: models.baseUrl('openai-compatible'), models: 'house-large\nhouse-small' })
    await add(page, { kind: 'OpenAI', name: 'Gate', address: models.baseUrl('openai'), key: secret, models: 'gpt-4o-mini\nours' })
    models.behave({ replies: ['ready'], version: 'house-large-2026' })
    await rowOf(page, 'House').getByRole('button', { name: /^Test/ }).click()
    await expect(rowOf(page, 'House').getByRole('status')).toContainText('Answered')
    await looks('models')
    await page.getByRole('button', { name: 'Set the price of ours of Gate' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await looks('price')
    await page.keyboard.press('Escape')
    for (const name of ['House', 'Gate']) await remove(page, name)
    expect(errors).toEqual([])
  })
}
