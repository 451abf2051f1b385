import { generate } from 'otplib'
import type { Page } from 'playwright/test'
import { forgetConfirmations } from './forgetConfirmations.ts'
import { desk, newVisitor, section, signIn, signOut } from './people.ts'
import { expect, test } from './server.ts'

/** What the app shows; no code counts twice, so a second one in the same half minute is the next. */
const appCode = (secret: string, next = false) => generate({ secret, epoch: Math.floor(Date.now() / 1000) + (next ? 30 : 0) })

/** Turns two factors on in the account page; answers the secret and the recovery codes. */
async function turnOn(page: Page): Promise<{ secret: string; used: string; codes: string[] }> {
  await page.goto('/account')
  const factors = section(page, 'Two factors')
  await factors.getByRole('button', { name: 'Set it up' }).click()
  await expect(factors.getByRole('img', { name: 'QR code for an authenticator app' })).toBeVisible()
  const secret = (await factors.locator('code').innerText()).replaceAll(' ', '')
  await factors.getByRole('textbox', { name: 'Code' }).fill('000000')
  await factors.getByRole('button', { name: 'Turn on' }).click()
  await expect(factors.getByRole('alert')).toContainText('not the code')
  const used = await appCode(secret)
  await factors.getByRole('textbox', { name: 'Code' }).fill(used)
  await page.keyboard.press('Enter')
  await expect(factors.getByRole('heading', { name: 'Keep these recovery codes' })).toBeFocused()
  const codes = await factors.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts()
  return { secret, used, codes }
}

test('with two factors on, signing in takes a code, each code once; a recovery code serves without the phone', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada', { permissions: ['clipboard-read', 'clipboard-write'] })
  const { page } = ada
  const { secret, used, codes } = await turnOn(page)
  expect(codes).toHaveLength(10)
  const factors = section(page, 'Two factors')
  await factors.getByRole('button', { name: 'Copy' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(`${codes.join('\n')}\n`)
  const download = page.waitForEvent('download')
  await factors.getByRole('button', { name: 'Download' }).click()
  expect((await download).suggestedFilename()).toBe('prologue-recovery-codes.txt')
  await factors.getByRole('button', { name: 'I have kept them' }).click()
  await expect(factors.getByText('10 recovery codes are left.')).toBeVisible()

  await signOut(page)
  await signIn(page, ada)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await expect(page.getByLabel('Code')).toBeFocused()
  await page.getByLabel('Code').fill(used)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  const next = await appCode(secret, true)
  await page.getByLabel('Code').fill(next)
  await page.keyboard.press('Enter')
  await expect(desk(page)).toBeVisible()

  await signOut(page)
  await signIn(page, ada)
  await page.getByLabel('Code').fill(next)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await expect(page.getByLabel('Recovery code')).toBeFocused()
  await page.getByLabel('Recovery code').fill(codes[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(desk(page)).toBeVisible()

  await signOut(page)
  await signIn(page, ada)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(codes[0] ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Recovery code').fill(codes[1] ?? '')
  await page.keyboard.press('Enter')
  await expect(desk(page)).toBeVisible()
  await page.goto('/account')
  await expect(factors.getByText('8 recovery codes are left.')).toBeVisible()
  await ada.leave()
})

test('new recovery codes and turning it off ask who is there, once in a while', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const { page } = ada
  const { secret, codes } = await turnOn(page)
  const factors = section(page, 'Two factors')
  await factors.getByRole('button', { name: 'I have kept them' }).click()

  forgetConfirmations(server.dataDir)
  const renew = factors.getByRole('button', { name: 'New recovery codes' })
  await renew.click()
  const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' })
  await expect(dialog.getByLabel('Password')).toBeFocused()
  // Closed, nothing happened, and one is where one was.
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(renew).toBeFocused()
  await expect(factors.getByRole('alert')).toContainText('Confirm that it is you')
  await renew.click()
  await dialog.getByLabel('Password').fill('not the password')
  await dialog.getByLabel('Code').fill(await appCode(secret, true))
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Password').fill(ada.password)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(factors.getByRole('heading', { name: 'Keep these recovery codes' })).toBeFocused()
  const renewed = await factors.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allInnerTexts()
  expect(renewed).toHaveLength(10)
  expect(renewed).not.toContain(codes[0])
  await factors.getByRole('button', { name: 'I have kept them' }).click()

  // Confirmed a moment ago, so nobody is asked again.
  await factors.getByRole('button', { name: 'Turn off' }).click()
  await factors.getByRole('button', { name: 'Really turn it off' }).click()
  await expect(factors.getByRole('button', { name: 'Set it up' })).toBeVisible()
  await expect(dialog).toBeHidden()
  await signOut(page)
  await signIn(page, ada)
  await expect(desk(page)).toBeVisible()
  await ada.leave()
})
