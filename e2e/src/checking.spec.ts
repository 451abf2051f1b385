import type { Locator, Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { draftOf, draftText, newVisitor, saved, shareLink, startConversation } from './people.ts'
import { expect, test } from './server.ts'

const desk = { viewport: { width: 1440, height: 900 } }
const phone = { viewport: { width: 390, height: 740 }, hasTouch: true }
const text = [
  '# Role',
  'I want you to act as a guide for towns.',
  '# Rules',
  'NEVER guess. ALWAYS name the source. You MUST stay short.',
  'Name sights, museums, etc.',
  'Write to [insert a name].',
].join('\n')

const panelOf = (page: Page): Locator => page.getByRole('complementary', { name: 'Findings' })
const checkButton = (page: Page): Locator => page.getByRole('button', { name: /^Check(,|$)/ })
const itemOf = (page: Page, rule: string): Locator => panelOf(page).getByRole('listitem').filter({ hasText: rule })

async function write(page: Page, words: string): Promise<void> {
  await draftOf(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(words)
  await saved(page)
}

test('what is found in a draft is underlined, told, mended as one’s own, left by a comment, and switched off for good', async ({
  browser,
  server,
}, { outputDir }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const { page } = ada
  const errors: string[] = []
  hearErrors(page, errors)
  await startConversation(page)
  await write(page, text)

  // Underlined where it stands; hovering says what it is and why.
  const underlined = draftOf(page).locator('.cm-finding', { hasText: 'etc.' })
  await expect(underlined).toBeVisible()
  await underlined.hover()
  await expect(page.getByText('Each run draws such a line elsewhere')).toBeVisible()
  await page.mouse.move(0, 0)

  await checkButton(page).click()
  await expect(panelOf(page)).toBeVisible()
  await expect(itemOf(page, 'user-voice')).toContainText('Line 2, Role')
  await expect(itemOf(page, 'user-voice')).toHaveCount(1)
  await expect(itemOf(page, 'caps-emphasis').first().getByRole('link')).toHaveAttribute('href', /^https:/)
  await expectAccessible(page)
  await page.screenshot({ path: `${outputDir}/check-light.png` })
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)
  await page.screenshot({ path: `${outputDir}/check-dark.png` })
  await page.emulateMedia({ colorScheme: 'light' })

  // Its place is selected; its fix is written, and taken back with one undo.
  await itemOf(page, 'user-voice')
    .getByRole('button', { name: /^(Error|Warning|Hint): / })
    .click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('I want you to act as a')
  await itemOf(page, 'user-voice').getByRole('button', { name: 'Write "You are a"' }).click()
  await expect(draftOf(page)).toContainText('You are a guide for towns.')
  await expect(itemOf(page, 'user-voice')).toHaveCount(0)
  await draftOf(page).focus()
  await page.keyboard.press('Control+z')
  await expect(draftOf(page)).toContainText('I want you to act as a guide for towns.')
  expect(await draftText(page)).toContain('Write to [insert a name].')
  await page.keyboard.press('Control+Shift+Z')

  // One is left as it is, by a comment; another rule is switched off, and on again.
  await itemOf(page, 'vague-term').getByRole('button', { name: 'Leave it here' }).click()
  await expect(draftOf(page)).toContainText('<!-- check-off-next: vague-term -->')
  await expect(itemOf(page, 'vague-term')).toHaveCount(0)
  await itemOf(page, 'caps-emphasis').first().getByRole('button', { name: 'Turn this rule off' }).click()
  await expect(itemOf(page, 'caps-emphasis')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(itemOf(page, 'caps-emphasis')).toHaveCount(3)
  await itemOf(page, 'caps-emphasis').first().getByRole('button', { name: 'Turn this rule off' }).click()
  await expect(itemOf(page, 'caps-emphasis')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await saved(page)

  // Who may only read sees the same, and changes nothing.
  const grace = await newVisitor(browser, server.url, 'Grace', phone)
  await grace.page.goto(await shareLink(page, 'Can read'))
  await grace.page.getByRole('tab', { name: 'Draft' }).click()
  await checkButton(grace.page).click()
  await expect(itemOf(grace.page, 'caps-emphasis')).toHaveCount(3)
  await expect(panelOf(grace.page).getByRole('button', { name: 'Turn this rule off' })).toHaveCount(0)
  await expectNoSidewaysScroll(grace.page)
  await expectAccessible(grace.page)
  await grace.page.screenshot({ path: `${outputDir}/check-phone.png` })

  // The account lists what is off.
  await page.goto('/account')
  await expect(page.getByText('Off: caps-emphasis.')).toBeVisible()
  await page.getByText(/^All \d+ rules$/).click()
  await expect(page.getByRole('checkbox', { name: 'caps-emphasis' })).not.toBeChecked()
  await expectAccessible(page)
  await page.screenshot({ path: `${outputDir}/check-account.png`, fullPage: true })
  await page.getByRole('checkbox', { name: 'caps-emphasis' }).check()
  await expect(page.getByText('All rules are on.')).toBeVisible()
  expect(errors).toEqual([])
  await grace.leave()
  await ada.leave()
})

test('a rule that is switched off keeps nothing from being published', async ({ browser, server }, { outputDir }) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const { page } = ada
  await page.goto('/templates/new')
  await page.getByRole('textbox', { name: 'Text', exact: true }).click()
  await page.keyboard.insertText('You greet guests of [insert the hotel]. If you do not know, ask.')
  await saved(page)
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Title').fill('Greeter')
  await expect(dialog.getByText('To be put right first')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /^Findings/ }).click()
  const found = page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'placeholder-left' })
  await page.screenshot({ path: `${outputDir}/check-template.png` })
  await found.getByRole('button', { name: 'Leave it here' }).click()
  await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toContainText(
    '{% comment %}check-off-next: placeholder-left{% endcomment %}',
  )
  await expect(found).toHaveCount(0)
  await page.getByRole('textbox', { name: 'Text', exact: true }).focus()
  await page.keyboard.press('Control+z')
  await expect(found).toHaveCount(1)
  await found.getByRole('button', { name: 'Turn this rule off' }).click()
  await expect(found).toHaveCount(0)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page).toHaveURL(/\/templates\/greeter$/)
  await ada.leave()
})
