import { expect, test } from './server.ts'
import { applyAnswer, draftOf, draftText, newVisitor, saved, shareLink, signUp, startConversation } from './people.ts'

test('two people describe an assistant, get a prompt, write on it together, and lose nothing to a power cut', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  await expect(ada.page).toHaveURL(/\/c\/[0-9a-f-]{36}$/)
  const log = ada.page.getByRole('log')
  await expect(log).toContainText('You are a friendly support assistant for a bicycle shop.')
  await expect(log).toContainText('Structured from your answers')
  await applyAnswer(ada.page)
  await expect(draftOf(ada.page)).toContainText('You are a friendly support assistant')

  const link = await shareLink(ada.page, 'Can write')
  const context = await browser.newContext({ baseURL: server.url })
  const grace = await context.newPage()
  await grace.goto(link)
  await expect(grace.getByText('Ada invites you to write on')).toBeVisible()
  await grace.getByRole('link', { name: 'Create account to join' }).click()
  await signUp(grace, 'Grace', { email: `grace-${Date.now()}@example.com`, password: 'a long enough password' })
  await expect(grace).toHaveURL(ada.page.url())
  await expect(draftOf(grace)).toContainText('You are a friendly support assistant')

  // Each sees who is there, where the other writes, and what they write.
  await expect(ada.page.getByLabel(/Grace/).first()).toBeVisible()
  await draftOf(ada.page).click()
  await ada.page.keyboard.press('Control+Home')
  await ada.page.keyboard.type('From Ada. ')
  await draftOf(grace).click()
  await grace.keyboard.press('Control+End')
  await grace.keyboard.type(' From Grace 🚲.')
  await expect(draftOf(grace)).toContainText('From Ada.')
  await expect(draftOf(ada.page)).toContainText('From Grace 🚲.')
  await expect(ada.page.locator('.cm-ySelectionInfo')).toHaveText('Grace')

  // A second message changes the prompt, and both see the same answer come.
  await ada.page.getByRole('textbox', { name: 'Message' }).fill('Always cite the article number.')
  await ada.page.keyboard.press('Control+Enter')
  await expect(grace.getByRole('log')).toContainText('Always cite the article number.')
  await expect(grace.getByRole('button', { name: 'Apply to draft' })).toHaveCount(2)

  await saved(ada.page)
  await saved(grace)
  const before = await draftText(ada.page)
  expect(before).toBe(await draftText(grace))
  await server.killAndRestart()
  await saved(ada.page)
  await ada.page.reload()
  await expect(draftOf(ada.page)).toContainText('From Ada.')
  await expect.poll(() => draftText(ada.page)).toBe(before)
  await expect.poll(() => draftText(grace)).toBe(before)
  await ada.leave()
  await context.close()
})

test('what is typed while the server is away is kept, said to be kept, and sent when it is back', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  await draftOf(ada.page).click()
  await ada.page.keyboard.type('Before. ')
  await saved(ada.page)
  await server.kill()
  await ada.page.keyboard.type('While away. ')
  await expect(ada.page.getByText(/^Offline \(\d+ edits? kept here\)$/)).toBeVisible()
  await server.restart()
  await saved(ada.page)
  await ada.page.reload()
  await expect.poll(() => draftText(ada.page)).toBe('Before. While away. ')

  // And when the page itself is closed meanwhile, the browser brings it when it is opened again.
  await draftOf(ada.page).click()
  await ada.page.keyboard.press('Control+End')
  await server.kill()
  await ada.page.keyboard.type('Closed with it.')
  await expect(ada.page.getByText(/^Offline \(/)).toBeVisible()
  const url = ada.page.url()
  await ada.page.goto('about:blank')
  await server.restart()
  await ada.page.goto(url)
  await expect.poll(() => draftText(ada.page)).toBe('Before. While away. Closed with it.')
  await saved(ada.page)
  await ada.leave()
})

/** Long enough that its answer can be stopped by hand. */
const manySections = `A tutor for algebra. Audience: pupils of twelve years. Tone: calm. Only use whole numbers. Never give the solution at once.
The pupil pastes an exercise. Answer in French, under 90 words, as a numbered list. If unsure, ask the teacher.`

test('an answer is stopped by its button, and applying one is undone by another', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page, manySections)
  // On a busy machine an answer can end before the click arrives: then the next one is stopped.
  await expect(async () => {
    await ada.page.getByRole('textbox', { name: 'Message' }).fill('It is patient.')
    await ada.page.getByRole('button', { name: 'Send' }).click()
    await ada.page.getByRole('button', { name: 'Stop' }).click({ timeout: 2_000 })
    await expect(ada.page.getByText('Stopped by Ada.')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await expect(ada.page.getByRole('button', { name: 'Stop' })).toBeHidden()

  await ada.page.getByRole('textbox', { name: 'Message' }).fill('It explains each step.')
  await ada.page.getByRole('button', { name: 'Send' }).click()
  await draftOf(ada.page).click()
  await ada.page.keyboard.type('Mine.')
  await saved(ada.page)
  await expect(ada.page.getByRole('button', { name: 'Stop' })).toBeHidden()
  await applyAnswer(ada.page)
  // What people wrote is no section of the answer's: it stays.
  await expect(draftOf(ada.page)).toContainText('Explain each step.')
  await expect(draftOf(ada.page)).toContainText('Mine.')
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => draftText(ada.page)).toBe('Mine.')
  await ada.leave()
})
