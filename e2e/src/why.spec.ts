import type { Locator, Page } from 'playwright/test'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { applyAnswer, draftOf, newVisitor, saved, startConversation, type Visitor } from './people.ts'
import { expect, test } from './server.ts'

const desk = { viewport: { width: 1440, height: 1300 } }
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const typed = 'Mention the workshop on the corner.'
const reasons = {
  'You are a friendly support assistant for a bicycle shop.': 'From your words: “',
  'Never promise refunds.': 'From your words: “',
  'Answer in German.': 'From your words: “',
  'Write at most 120 words.': 'From what you said about the length.',
  'Find out what the person wants to achieve': 'A default for support assistants; take it out if you do not need it.',
  'End with the next step, if there is one.': 'A default for support assistants; take it out if you do not need it.',
}
const nothing = 'Nothing is known of why this stands here.'

const lineOf = (page: Page, words: string): Locator => draftOf(page).locator('.cm-line', { hasText: words })
const reason = (page: Page): Locator => page.locator('.cm-why')
const button = (page: Page): Locator => page.getByRole('button', { name: 'Why is this here?' })
/** Into its words, past the number or the dash before them. */
const inside = { position: { x: 60, y: 10 } }

/** A draft with what the composer made, and a line that a person typed below its last. */
async function compose(page: Page): Promise<void> {
  await startConversation(page)
  await applyAnswer(page)
}
async function type(page: Page): Promise<void> {
  await draftOf(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(`\n${typed}`)
  await saved(page)
}
const leave = (visitor: Visitor, errors: readonly string[]): Promise<void> => {
  expect(errors).toEqual([])
  return visitor.leave()
}

test('resting on a sentence tells why it is there; of what a person typed there is nothing to tell', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const { page } = ada
  const errors: string[] = []
  hearErrors(page, errors)
  await compose(page)
  await type(page)
  for (const [sentence, why] of Object.entries(reasons)) {
    await page.mouse.move(0, 0)
    await expect(reason(page)).toBeHidden()
    await lineOf(page, sentence).hover(inside)
    await expect(reason(page)).toContainText(why)
  }
  await expectAccessible(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page)

  await lineOf(page, typed).hover(inside)
  // Who wrote it is told at the same rest: had there been a reason, it would stand there by now.
  await expect(page.locator('.cm-author-tip', { hasText: 'Ada' })).toBeVisible()
  await expect(reason(page)).toBeHidden()
  await leave(ada, errors)
})

test('the button and the key tell it of the sentence at the cursor, and close it', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada', desk)
  const { page } = ada
  const errors: string[] = []
  hearErrors(page, errors)
  await compose(page)
  await type(page)
  for (const [sentence, why] of Object.entries(reasons)) {
    await lineOf(page, sentence).click(inside)
    await page.mouse.move(0, 0)
    await button(page).click()
    await expect(reason(page)).toContainText(why)
    await expect(draftOf(page)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(reason(page)).toBeHidden()

    await page.keyboard.press('Control+Alt+y')
    await expect(reason(page)).toContainText(why)
    // What is shown is said as well.
    await expect(page.locator('.cm-announced')).toContainText(why)
    await page.keyboard.press('Control+Alt+y')
    await expect(reason(page)).toBeHidden()
  }
  await lineOf(page, typed).click(inside)
  await page.mouse.move(0, 0)
  await button(page).click()
  await expect(reason(page)).toHaveText(nothing)
  await expectAccessible(page)
  // Who writes on has read it.
  await page.keyboard.type(' ')
  await expect(reason(page)).toBeHidden()

  // A sentence that somebody changed is theirs.
  await lineOf(page, 'Never promise refunds.').click(inside)
  await page.keyboard.press('End')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(' or rebates.')
  await page.keyboard.press('Control+Alt+y')
  await expect(reason(page)).toHaveText(nothing)
  await leave(ada, errors)
})

test('on a phone the button tells it, within the page and beside the words; a tap alone covers nothing', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada', phone)
  const { page } = ada
  const errors: string[] = []
  hearErrors(page, errors)
  await compose(page)
  await page.getByRole('tab', { name: 'Draft' }).click()
  const line = lineOf(page, 'End with the next step, if there is one.')
  await line.tap(inside)
  // Browsers move a mouse that is not there to where a finger was, and rest it there.
  const box = await line.boundingBox()
  const there = { clientX: (box?.x ?? 0) + 60, clientY: (box?.y ?? 0) + 10, bubbles: true }
  await line.dispatchEvent('mousemove', there)
  // As long as a mouse would have to rest for either, and half as long again.
  await page.waitForTimeout(750)
  await expect(page.locator('.cm-tooltip')).toHaveCount(0)
  await button(page).tap()
  await expect(reason(page)).toHaveText(reasons['End with the next step, if there is one.'])
  const [words, sentence] = [await reason(page).boundingBox(), await line.boundingBox()]
  // Above its sentence, at most over the air of its line.
  expect(words?.x).toBeGreaterThanOrEqual(0)
  expect((words?.x ?? 0) + (words?.width ?? 0)).toBeLessThanOrEqual(390)
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((sentence?.y ?? 0) + 6)
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
  await leave(ada, errors)
})
