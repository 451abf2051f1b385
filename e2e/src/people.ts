import { randomInt, randomUUID } from 'node:crypto'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright/test'
import { expect } from './server.ts'

const describing =
  'A friendly support assistant for a bicycle shop. It answers in German, keeps replies under 120 words and never promises refunds.'

export type Visitor = { page: Page; email: string; password: string; leave: () => Promise<void> }

/** People come from many places: the server, which trusts one proxy here, counts what each may do by their own. */
const somewhere = (): BrowserContextOptions => ({
  extraHTTPHeaders: { 'x-forwarded-for': `198.18.${randomInt(256)}.${randomInt(1, 255)}` },
})

/** A person with a browser of their own, signed up and on the start page. */
export async function newVisitor(
  browser: Browser,
  url: string,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ baseURL: url, ...somewhere(), ...options })
  const page = await context.newPage()
  const person = { email: `${randomUUID()}@example.com`, password: 'a long enough password' }
  await page.goto('/signup')
  await signUp(page, name, person)
  await expect(page.getByRole('heading', { name: 'Describe the assistant you want' })).toBeVisible()
  return { page, ...person, leave: () => context.close() }
}

export async function signUp(page: Page, name: string, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Create account' }).click()
}

/** Starts a conversation from the start page and waits until its first answer is there. */
export async function startConversation(page: Page, description = describing): Promise<void> {
  await page.getByLabel('Describe the assistant you want').fill(description)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('button', { name: 'Apply to draft' })).toBeVisible()
}

export async function applyAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Apply to draft' }).last().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Apply', exact: true }).click()
  await expect(page.getByText('Applied to the draft.')).toBeVisible()
}

/** Opens the dialog of the open conversation at the links that lead into it. */
export async function openLinks(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('tab', { name: 'Links' }).click()
  return dialog
}

type LinkRole = 'Can read' | 'Can comment' | 'Can write'

/** Makes a link in the open conversation and answers its address. */
export async function makeLink(page: Page, { role, lets }: { role: LinkRole; lets?: string }): Promise<string> {
  const dialog = await openLinks(page)
  await dialog.getByRole('tabpanel', { name: 'Links' }).getByText(role, { exact: true }).click()
  if (lets) await dialog.getByLabel('It lets in').selectOption(lets)
  await dialog.getByRole('button', { name: 'Make a link' }).click()
  const url = await dialog.getByRole('textbox', { name: /^A link to/ }).inputValue()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  return url
}

export const shareLink = (page: Page, role: LinkRole): Promise<string> => makeLink(page, { role })

export const draftOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Draft' })

export const saved = (page: Page): Promise<void> => expect(page.getByText('Saved', { exact: true })).toBeVisible()

/** The text of the draft as the editor holds it, line by line. */
export async function draftText(page: Page): Promise<string> {
  // Of the editor itself, which is waited for: while a dialog closes, it cannot be found yet.
  return draftOf(page).evaluate((editor) =>
    [...editor.querySelectorAll('.cm-line')]
      .map((line) => {
        const copy = line.cloneNode(true)
        // The cursors of others stand in the line with their names, and are not text.
        if (copy instanceof Element) for (const caret of copy.querySelectorAll('.cm-ySelectionCaret')) caret.remove()
        return copy.textContent ?? ''
      })
      .join('\n'),
  )
}

export async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** On the page that a mailed link opens. */
export async function confirmAddress(page: Page, password: string): Promise<void> {
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Confirm the address' }).click()
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Account', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
}

/** What stands on the start page of somebody signed in. */
export const desk = (page: Page): Locator => page.getByRole('heading', { name: 'Describe the assistant you want' })

/** The same person in another browser. */
export async function secondBrowser(
  browser: Browser,
  url: string,
  person: { email: string; password: string },
): Promise<{ page: Page; leave: () => Promise<void> }> {
  const context = await browser.newContext({ baseURL: url, ...somewhere() })
  const page = await context.newPage()
  await signIn(page, person)
  await expect(desk(page)).toBeVisible()
  return { page, leave: () => context.close() }
}

/** The part of a page under a heading. */
export const section = (page: Page, name: string): Locator => page.getByRole('region', { name })
