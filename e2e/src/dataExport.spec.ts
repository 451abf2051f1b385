import { readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { forgetConfirmations } from './forgetConfirmations.ts'
import { expect, startServer, test } from './server.ts'
import { expectAccessible, expectNoSidewaysScroll, hearErrors } from './looks.ts'
import { newVisitor, section, startConversation } from './people.ts'

/** Whoever runs jobs looks every five seconds. */
const made = { timeout: 30_000 }

async function readZip(path: string): Promise<Record<string, string>> {
  const reader = new ZipReader(new Uint8ArrayReader(new Uint8Array(await readFile(path))))
  const files: Record<string, string> = {}
  for (const entry of await reader.getEntries()) {
    if (!entry.directory) files[entry.filename] = new TextDecoder().decode(await entry.arrayBuffer())
  }
  await reader.close()
  return files
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true }
const looks = [
  { name: 'in light', options: { colorScheme: 'light' } },
  { name: 'in dark', options: { colorScheme: 'dark' } },
  { name: 'on a phone', options: phone },
] as const

for (const { name, options } of looks) {
  test(`somebody asks for an archive of their data, waits for it and opens it, ${name}`, async ({ browser, server }) => {
    const ada = await newVisitor(browser, server.url, 'Ada', options)
    const errors: string[] = []
    hearErrors(ada.page, errors)
    await startConversation(ada.page)
    await ada.page.goto('/account')
    const part = section(ada.page, 'Export my data')
    const start = part.getByRole('button', { name: 'Make an archive' })
    await expect(start).toBeVisible()
    await expectAccessible(ada.page)
    await start.click()
    await expect(part.getByRole('progressbar').or(part.getByRole('link'))).toBeVisible()
    await expectAccessible(ada.page)
    const link = part.getByRole('link', { name: 'Download your archive' })
    await expect(link).toBeVisible(made)
    await expect(part.getByText(/\d.*, until /)).toBeVisible()
    await expect(part.getByRole('button', { name: 'Make a new archive' })).toBeVisible()
    await expectAccessible(ada.page)
    await expectNoSidewaysScroll(ada.page)

    const [download] = await Promise.all([ada.page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toMatch(/^prologue-\d{4}-\d\d-\d\d\.zip$/)
    const files = await readZip(await download.path())
    expect(files['README.txt']).toContain('What Prologue holds of you')
    expect(JSON.parse(files['account.json'] ?? '')).toMatchObject([{ name: 'Ada', email: ada.email }])
    expect(JSON.parse(files['conversations.json'] ?? '')).toHaveLength(1)
    expect(JSON.stringify(files)).not.toContain(ada.password)
    expect(await readdir(join(server.dataDir, 'exports'))).not.toEqual([])

    const address = (await link.getAttribute('href')) ?? ''
    const grace = await newVisitor(browser, server.url, 'Grace')
    expect((await grace.page.request.get(address)).status()).toBe(404)
    await grace.leave()
    expect(errors).toEqual([])
    await ada.leave()
  })
}

test('an archive is for who proves who they are; one that failed is asked for again', async ({ browser }) => {
  const server = await startServer()
  // Where a file stands there can be no folder.
  const folder = join(server.dataDir, 'exports')
  await writeFile(folder, '')
  const { page, password, leave } = await newVisitor(browser, server.url, 'Ada')
  forgetConfirmations(server.dataDir)
  await page.goto('/account')
  const part = section(page, 'Export my data')
  await part.getByRole('button', { name: 'Make an archive' }).click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await dialog.getByLabel('Password', { exact: true }).fill(password)
  await dialog.getByRole('button', { name: 'Confirm' }).click()
  await expect(part.getByText('The archive could not be made.')).toBeVisible(made)
  await expectAccessible(page)
  await rm(folder)
  await part.getByRole('button', { name: 'Try again' }).click()
  await expect(part.getByRole('link', { name: 'Download your archive' })).toBeVisible(made)
  await leave()
  await server.remove()
})
