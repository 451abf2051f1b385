import type { Page } from 'playwright/test'
import { begin, panel, tab, textOf, write } from './editor.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor, saved } from './people.ts'
import { expect, test } from './server.ts'

async function publish(page: Page, message: string, title?: string): Promise<void> {
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  if (title !== undefined) await dialog.getByLabel('Title').fill(title)
  await dialog.getByLabel('What changed').fill(message)
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page).toHaveURL(/\/templates\/[a-z0-9-]+$/)
}

test('a template is begun, written, declared, previewed, mended, published and written on again', async ({ browser, server }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  const errors: string[] = []
  hearErrors(page, errors)
  await begin(page)
  await write(page, '# Role\n\nYou write about {{ topic }} for people in {{ town }}.{% if formal %} Be formal.{% endif %}')
  await saved(page)

  // Declared with one click, each as what the text does with it.
  await panel(page, 'Variables').getByRole('button', { name: 'Declare topic' }).click()
  await panel(page, 'Variables').getByRole('button', { name: 'Declare all 2' }).click()
  const list = panel(page, 'Variables').getByRole('list', { name: 'Declared variables' })
  await expect(list.getByRole('listitem')).toHaveText([/topic.*Text/, /town.*Text/, /formal.*Yes or no/])

  // Another order by keyboard; another name in the text, too, and back.
  await list.getByRole('button', { name: 'Move formal up' }).focus()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('button', { name: 'Move formal up' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(list.getByRole('listitem')).toHaveText([/formal/, /topic/, /town/])
  await list.getByRole('button', { name: /^topic/ }).click()
  await list.getByLabel('Name').fill('Subject')
  await expect(list.getByText('Use small letters')).toBeVisible()
  await list.getByLabel('Name').fill('subject')
  await page.keyboard.press('Tab')
  await expect(textOf(page)).toContainText('{{ subject }}')
  await expect(list.getByRole('button', { name: /^subject/ })).toBeVisible()
  await list.getByText('Limits, example, who fills it in').click()
  await list.getByLabel('Example').fill('bees')
  await list.getByLabel('Kind').selectOption('Choice')
  await expect(list.getByText('List the options to choose from.')).toBeVisible()
  await list.getByLabel('Kind').selectOption('Text')

  // The form and what it becomes, while one writes.
  await tab(page, 'Preview').click()
  await panel(page, 'Preview').getByRole('button', { name: 'Fill in the examples' }).click()
  await panel(page, 'Preview').getByLabel('Town').fill('Ghent')
  const sheet = panel(page, 'Preview').getByRole('region', { name: 'What it becomes' })
  await expect(sheet).toContainText('You write about bees for people in Ghent.')
  await write(page, '\n\nNever lie to [INSERT NAME].')
  await expect(sheet).toContainText('Never lie to')

  // A finding leads to its place, and publishing waits until it is mended.
  await tab(page, 'Findings').click()
  await panel(page, 'Findings')
    .getByRole('button', { name: /INSERT NAME/ })
    .click()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('[INSERT NAME]')
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('To be put right first')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Publish', exact: true })).toBeDisabled()
  await expectAccessible(page)
  await dialog.getByRole('region', { name: 'To be put right first' }).getByRole('button').first().click()
  await expect(dialog).toBeHidden()
  await expect(textOf(page)).toBeFocused()
  await page.keyboard.insertText('anybody')
  await tab(page, 'Details').click()
  await panel(page, 'Details').getByLabel('Description').fill('For whoever writes about towns.')
  await publish(page, 'The first one', 'Town writer')
  await expect(page).toHaveURL(/\/templates\/town-writer$/)
  await expect(page.getByRole('heading', { name: 'Town writer' })).toBeVisible()

  // Written on again: what changed is shown, and can be taken back as a whole.
  await page.goto('/templates/town-writer/edit')
  await expect(page.getByText('Version 1 is published')).toBeVisible()
  await write(page, ' End with a question.')
  await saved(page)
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Back to version 1' }).click()
  await expect(textOf(page)).not.toContainText('End with a question.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(textOf(page)).toContainText('End with a question.')
  await saved(page)
  await page.getByRole('button', { name: 'Publish…' }).click()
  await expect(dialog.getByRole('region', { name: 'Changes since the newest version' }).locator('ins')).toHaveText(
    ' End with a question.',
  )
  await page.keyboard.press('Escape')
  await publish(page, 'Asks at the end')
  await page.goto('/templates/town-writer/edit')
  await expect(page.getByText('Version 2 is published')).toBeVisible()
  expect(errors).toEqual([])
  await ada.leave()
})

test('two windows of one person never write over each other: one follows the other, and what both wrote is chosen from', async ({
  browser,
  server,
}) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await begin(page)
  await write(page, 'Be kind.\n\nBe brief.')
  await saved(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(textOf(other)).toContainText('Be brief.')

  // Nothing is unsaved in the other: it follows.
  await write(page, ' Always.')
  await saved(page)
  await expect(textOf(other)).toContainText('Be brief. Always.')

  // Both write before either has saved.
  await other.route('**/trpc/templateDrafts.save**', (route) => route.abort())
  await textOf(other).click()
  await other.keyboard.press('Control+Home')
  await other.keyboard.insertText('Please. ')
  await expect(other.getByText('Offline (kept here)')).toBeVisible()
  await write(page, ' And calm.')
  await saved(page)
  await other.unroute('**/trpc/templateDrafts.save**')
  await other.keyboard.press('Control+s')
  const note = other.getByRole('alert').filter({ hasText: 'This was saved in another window meanwhile' })
  await expect(note).toBeVisible()
  await note.getByRole('button', { name: 'Compare the two' }).click()
  const dialog = other.getByRole('dialog')
  const differences = dialog.getByRole('region', { name: 'Differences' })
  await expect(differences.locator('ins')).toHaveText('Please. ')
  await expect(differences).toContainText('Be brief. Always. And calm.')
  await dialog.getByText('Mine', { exact: true }).click()
  await expect(differences.locator('del')).toHaveText('. And calm')
  await dialog.getByText('Mine on top of the other').click()
  await expectAccessible(other)
  await dialog.getByRole('button', { name: 'Go on with this' }).click()
  await expect(textOf(other)).toBeFocused()
  await saved(other)
  await expect(textOf(other)).toContainText('Please. Be kind.')
  await expect(textOf(page)).toContainText('Please. Be kind.')
  await expect(textOf(page)).toContainText('And calm.')
  await ada.leave()
})

test('a version that one window makes is known in the other, which goes on from it', async ({ browser, server }) => {
  test.slow()
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await begin(page)
  await write(page, 'Be kind.')
  await saved(page)
  const other = await page.context().newPage()
  await other.goto(page.url())
  await expect(textOf(other)).toHaveText('Be kind.')
  await publish(page, '', 'Kind ways')
  await expect(other).toHaveURL(/\/templates\/kind-ways\/edit$/)
  await expect(other.getByText('Version 1 is published')).toBeVisible()
  await write(other, ' And brief.')
  await saved(other)

  // A version that comes while something is written on the one before it.
  await page.goto('/templates/kind-ways/edit')
  await expect(textOf(page)).toHaveText('Be kind. And brief.')
  await publish(page, 'Brief')
  await other.route('**/trpc/templateDrafts.save**', (route) => route.abort())
  await write(other, ' And calm.')
  await expect(other.getByText('Offline (kept here)')).toBeVisible()
  await other.unroute('**/trpc/templateDrafts.save**')
  await other.keyboard.press('Control+s')
  await saved(other)
  await other.getByRole('button', { name: 'Publish…' }).click()
  await expect(other.getByRole('heading', { name: 'Publish version 3' })).toBeVisible()
  await other.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(other).toHaveURL(/\/templates\/kind-ways$/)
  await ada.leave()
})

test('what could not be saved is there again after a reload, and saved when the line is back', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  await begin(page)
  await write(page, 'Be kind.')
  await saved(page)
  await page.route('**/trpc/templateDrafts.save**', (route) => route.abort())
  await write(page, ' And brief.')
  await expect(page.getByText('Offline (kept here)')).toBeVisible()
  await page.reload()
  await expect(textOf(page)).toHaveText('Be kind. And brief.')
  await page.unroute('**/trpc/templateDrafts.save**')
  await page.keyboard.press('Control+s')
  await saved(page)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await expect(textOf(page)).toHaveText('Be kind. And brief.')
  await ada.leave()
})

test('who may not write on it, or finds nothing, is told what they can do', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await begin(ada.page)
  await write(ada.page, 'Be kind.')
  await saved(ada.page)
  await publish(ada.page, '', 'Kindness')
  await ada.page.goto('/templates/kindness/edit')
  await tab(ada.page, 'Details').click()
  await panel(ada.page, 'Details').getByText('Public', { exact: true }).click()
  await expect(panel(ada.page, 'Details').getByText('Everybody, in the library.')).toBeVisible()
  await saved(ada.page)

  const grace = await newVisitor(browser, server.url, 'Grace')
  await grace.page.goto('/templates/nothing-of-that-name/edit')
  await expect(grace.page.getByRole('heading', { name: 'There is no such template' })).toBeVisible()
  await expectAccessible(grace.page)
  await grace.page.goto('/templates/kindness/edit')
  await expect(grace.page.getByRole('heading', { name: /Kindness.*somebody else’s/ })).toBeVisible()
  await grace.page.getByRole('button', { name: 'Make it yours' }).click()
  await expect(textOf(grace.page)).toHaveText('Be kind.')

  // Deleted while it is open elsewhere: the text stays, and the template can be brought back.
  const other = await ada.page.context().newPage()
  await other.goto('/templates/kindness/edit')
  await expect(textOf(other)).toHaveText('Be kind.')
  await ada.page.getByRole('button', { name: 'More' }).click()
  await ada.page.getByRole('menuitem', { name: 'Delete the template' }).click()
  await expect(ada.page.getByText('“Kindness” is deleted.')).toBeVisible()
  await write(other, ' Stay.')
  const note = other.getByRole('alert').filter({ hasText: 'no longer there for you to change' })
  await note.getByRole('button', { name: 'Bring it back' }).click()
  await saved(other)
  await other.reload()
  await expect(textOf(other)).toHaveText('Be kind. Stay.')
  await grace.leave()
  await ada.leave()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`each part of the editor is open to everybody, wide and on a phone, in ${colorScheme}`, async ({ browser, server }) => {
    test.slow()
    const ada = await newVisitor(browser, server.url, 'Ada', { colorScheme })
    const { page } = ada
    await begin(page)
    await write(
      page,
      '# Role\n\nYou are a writer for {{ company }}. You write about {{ topic }} for {{ audience }}.\n\n# Rules\n\n- NEVER lie.\n- Write some good text about {{ topic }}, maybe etc.\n- Ask {name} first.\n',
    )
    await saved(page)
    await panel(page, 'Variables').getByRole('button', { name: 'Declare topic' }).click()
    await panel(page, 'Variables')
      .getByRole('button', { name: /^topic/ })
      .click()
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
      [320, 700],
    ] as const) {
      await page.setViewportSize({ width, height })
      for (const name of ['Variables', 'Preview', 'Findings', 'Details', ...(width < 896 ? ['Text'] : [])]) {
        await tab(page, name).click()
        await expectNoSidewaysScroll(page)
        if (width !== 320) await expectAccessible(page)
      }
    }
    // On a phone a finding leads to the text that is not shown just now.
    await tab(page, 'Findings').click()
    await panel(page, 'Findings').getByRole('button', { name: /etc/ }).first().click()
    await expect(tab(page, 'Text')).toHaveAttribute('aria-selected', 'true')
    await expect(textOf(page)).toBeFocused()
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('etc.')
    await ada.leave()
  })
}
