import { expect, test } from './administered.ts'
import { expectAccessible, expectNoSidewaysScroll } from './looks.ts'
import { newVisitor } from './people.ts'

test('what somebody deleted is brought back by an administrator, or removed for good', async ({
  administrator: { page },
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada Deleting')
  const call = async (procedure: string, json: object): Promise<{ result: { data: { json: { id: string } } } }> =>
    ada.page.evaluate(
      ({ path, body }) =>
        fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).then((answer) => answer.json()),
      { path: `/trpc/${procedure}`, body: JSON.stringify({ json }) },
    )
  const text = { category: 'support', content: 'Be kind.', variables: [] }
  for (const named of [
    { title: 'A shop window', visibility: 'public' },
    { title: 'A secret', visibility: 'private' },
  ]) {
    const { result } = await call('templates.create', { ...text, ...named })
    await call('templates.delete', { id: result.data.json.id })
  }

  await page.goto('/')
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Content' }).click()
  await expect(page.getByRole('heading', { name: 'Content' })).toBeFocused()
  await expect(page.getByText('Nothing of this kind is deleted.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Templates')
  await expect(page).toHaveURL(/kind=template/)
  const rows = page.getByRole('list', { name: 'Deleted' })
  await expect(rows.getByRole('listitem')).toHaveCount(2)
  await expect(rows).not.toContainText('A secret')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectAccessible(page)
    await page.screenshot({ path: `test-results/content-${colorScheme}.png` })
  }
  await rows.getByRole('listitem', { name: 'A shop window of Ada Deleting' }).getByRole('button', { name: 'Bring back' }).click()
  await expect(page.getByText('It is back where it was.')).toBeVisible()
  await expect(rows.getByRole('listitem')).toHaveCount(1)
  await ada.page.goto('/templates?scope=mine')
  await expect(ada.page.getByRole('link', { name: 'A shop window' })).toBeVisible()

  await rows.getByRole('button', { name: 'More about A template' }).click()
  await page.getByRole('menuitem', { name: 'Purge now' }).click()
  await page.getByRole('menuitem', { name: 'Really purge' }).click()
  await expect(page.getByText('It is gone for good.')).toBeVisible()
  await expect(page.getByText('Nothing of this kind is deleted.')).toBeVisible()
  await ada.page.goto('/templates?scope=deleted')
  await expect(ada.page.getByRole('heading', { name: 'Nothing is deleted' })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 800 })
  await expectNoSidewaysScroll(page)
  await ada.leave()
})
