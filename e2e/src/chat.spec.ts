import type { Locator, Page } from 'playwright/test'
import { fillConversation } from './longChat.ts'
import { expectAccessible, expectNoSidewaysScroll } from './looks.ts'
import { newVisitor, shareLink, startConversation } from './people.ts'
import { expect, startServer, test } from './server.ts'

const log = (page: Page): Locator => page.getByRole('log', { name: 'Messages' })
const messageOf = (page: Page, name: string): Locator => page.getByRole('article', { name: `Message of ${name}` })
const box = (page: Page): Locator => page.getByRole('textbox', { name: 'Message', exact: true })

async function choose(page: Page, message: Locator, action: string): Promise<void> {
  await message.hover()
  await message.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: action, exact: true }).click()
}

test('what one edits, deletes, brings back and answers with emoji is there for the other at once', async ({
  browser,
  server,
}) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  const grace = await newVisitor(browser, server.url, 'Grace')
  await startConversation(ada.page)
  await grace.page.goto(await shareLink(ada.page, 'Can write'))
  const [mine, seen] = [messageOf(ada.page, 'Ada'), messageOf(grace.page, 'Ada')]

  await choose(ada.page, mine, 'Edit')
  const edit = ada.page.getByRole('textbox', { name: 'Edit the message' })
  await expect(edit).toBeFocused()
  await edit.fill('A kind assistant for a **bicycle** shop')
  await ada.page.keyboard.press('Control+Enter')
  for (const message of [mine, seen]) {
    await expect(message).toContainText('A kind assistant for a bicycle shop')
    await expect(message).toContainText('edited')
  }
  // The answer stays, and nobody else edits it.
  await expect(grace.page.getByRole('button', { name: 'Apply to draft' })).toBeVisible()
  await seen.hover()
  await seen.getByRole('button', { name: 'More actions' }).click()
  await expect(grace.page.getByRole('menuitem', { name: 'Copy link' })).toBeVisible()
  await expect(grace.page.getByRole('menuitem', { name: 'Edit' })).toBeHidden()
  await expect(grace.page.getByRole('menuitem', { name: 'Delete' })).toBeHidden()
  await grace.page.keyboard.press('Escape')

  for (const [page, message] of [
    [ada.page, mine],
    [grace.page, seen],
  ] as const) {
    await message.hover()
    await message.getByRole('button', { name: 'React' }).click()
    await page.getByRole('menuitem', { name: 'Hooray' }).click()
  }
  for (const page of [ada.page, grace.page]) {
    await expect(page.getByRole('button', { name: '🎉 2: Ada and Grace', pressed: true })).toBeVisible()
  }
  await grace.page.getByRole('button', { name: /^🎉/ }).click()
  await expect(ada.page.getByRole('button', { name: '🎉 1: Ada', pressed: true })).toBeVisible()

  await choose(grace.page, seen, 'Quote')
  await expect(box(grace.page)).toHaveValue('> **Ada:**\n> A kind assistant for a **bicycle** shop\n\n')
  await expect(box(grace.page)).toBeFocused()
  await grace.page.keyboard.type('It also answers in French.')
  await grace.page.keyboard.press('Control+Enter')
  await expect(messageOf(ada.page, 'Grace').locator('blockquote')).toContainText('Ada:')
  await expect(ada.page.getByRole('button', { name: 'Apply to draft' })).toHaveCount(2)

  await choose(ada.page, mine, 'Delete')
  await expect(mine).toHaveCount(0)
  await expect(seen).toHaveCount(0)
  await ada.page.getByRole('button', { name: 'Undo' }).click()
  await expect(seen).toContainText('A kind assistant')
  await expect(mine).toContainText('A kind assistant')
  await expect(log(ada.page).getByRole('article').first()).toHaveAccessibleName('Message of Ada')
  await expectAccessible(ada.page)
  await ada.leave()
  await grace.leave()
})

test('all of it without a mouse', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada')
  await startConversation(ada.page)
  const { keyboard } = ada.page
  const tabTo = async (name: string) => {
    const target = messageOf(ada.page, 'Ada').getByRole('button', { name })
    await expect(async () => {
      await keyboard.press('Tab')
      await expect(target).toBeFocused({ timeout: 1 })
    }).toPass({ intervals: [0] })
    await expect(target).toHaveCSS('opacity', '1')
  }
  const chooseItem = async (action: string) => {
    const item = ada.page.getByRole('menuitem', { name: action, exact: true })
    await expect(item).toBeVisible()
    await expect(async () => {
      await keyboard.press('ArrowDown')
      await expect(item).toBeFocused({ timeout: 200 })
    }).toPass({ intervals: [0] })
    await keyboard.press('Enter')
  }
  await log(ada.page).focus()
  await tabTo('React')
  await keyboard.press('Enter')
  await expect(ada.page.getByRole('menuitem', { name: 'Good' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(ada.page.getByRole('button', { name: '👍 1: Ada' })).toBeVisible()
  await log(ada.page).focus()
  await tabTo('More actions')
  await keyboard.press('Enter')
  await chooseItem('Edit')
  await expect(ada.page.getByRole('textbox', { name: 'Edit the message' })).toBeFocused()
  await keyboard.press('Control+End')
  await keyboard.type(' And kind.')
  await keyboard.press('Control+Enter')
  await expect(messageOf(ada.page, 'Ada')).toContainText('And kind.')
  await log(ada.page).focus()
  await tabTo('More actions')
  await keyboard.press('Enter')
  await chooseItem('Delete')
  await expect(messageOf(ada.page, 'Ada')).toHaveCount(0)
  // What had the focus is gone: the next key goes on from the log.
  await expect(log(ada.page)).toBeFocused()
  await ada.leave()
})

test('on a phone one button leads to everything', async ({ browser, server }) => {
  const ada = await newVisitor(browser, server.url, 'Ada', {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  await startConversation(ada.page)
  const message = messageOf(ada.page, 'Ada')
  await message.scrollIntoViewIfNeeded()
  await expect(message.getByRole('button', { name: 'React' })).toBeHidden()
  await message.getByRole('button', { name: 'More actions' }).tap()
  await ada.page.getByRole('menuitem', { name: 'Thanks' }).tap()
  await expect(ada.page.getByRole('button', { name: '🙏 1: Ada' })).toBeVisible()
  await message.getByRole('button', { name: 'More actions' }).tap()
  await ada.page.getByRole('menuitem', { name: 'Edit' }).tap()
  await ada.page.getByRole('textbox', { name: 'Edit the message' }).fill('Shorter')
  await ada.page.getByRole('button', { name: 'Save' }).tap()
  await expect(message).toContainText('Shorter')
  await expectNoSidewaysScroll(ada.page)
  await ada.leave()
})

/** Where an exchange stands in the window, in pixels. */
const topOf = (page: Page, id: string): Promise<number | null> =>
  page.evaluate((of) => document.querySelector(`[data-exchange="${of}"]`)?.getBoundingClientRect().top ?? null, id)

/** An exchange in the middle of what is in view. */
const inView = (page: Page): Promise<string> =>
  log(page).evaluate((scroller) => {
    const { top, height } = scroller.getBoundingClientRect()
    const rows = [...scroller.querySelectorAll<HTMLElement>('[data-exchange]')]
    const row = rows.find((one) => one.getBoundingClientRect().bottom > top + height / 2)
    return row?.dataset['exchange'] ?? ''
  })

/** Turns the wheel to where more is read at the beginning of what was read so far. */
async function toUpperEdge(page: Page): Promise<void> {
  await log(page).hover()
  const left = await log(page).evaluate((scroller) => scroller.scrollTop - 1.5 * scroller.clientHeight)
  await page.mouse.wheel(0, -left)
}

/** The foot of the last answer is in view. */
async function expectAtEnd(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Apply to draft' }).last()).toBeInViewport()
  await expect(page.getByRole('button', { name: 'To the latest' })).toBeHidden()
}

/** How far an exchange moves at most, in pixels, of all frames while something is done. */
async function movementOf(page: Page, id: string, work: () => Promise<unknown>): Promise<number> {
  await page.evaluate((of) => {
    const seen: number[] = []
    Object.assign(window, { seen })
    const look = () => {
      const row = document.querySelector(`[data-exchange="${of}"]`)
      seen.push(row ? row.getBoundingClientRect().top : Number.POSITIVE_INFINITY)
      if (Reflect.get(window, 'seen') === seen) requestAnimationFrame(look)
    }
    look()
  }, id)
  await work()
  return page.evaluate(() => {
    const seen: number[] = Reflect.get(window, 'seen')
    Reflect.deleteProperty(window, 'seen')
    return Math.max(...seen) - Math.min(...seen)
  })
}

test.describe('a conversation of 10,000 messages', () => {
  test('opens at its end, reads on without moving what is read, and is entered at any message', async ({ browser }) => {
    test.setTimeout(240_000)
    const server = await startServer()
    const ada = await newVisitor(browser, server.url, 'Ada', { viewport: { width: 1440, height: 900 } })
    const { page } = ada
    await startConversation(page)
    const address = page.url()
    const ids = await fillConversation(server, address.split('/c/')[1] ?? '', 10_000)
    const before = ids.at(-1) ?? ''

    await page.goto('/')
    const began = Date.now()
    await page.goto(address)
    await expect(page.getByRole('button', { name: 'Apply to draft' }).last()).toBeVisible()
    await expectAtEnd(page)
    test.info().annotations.push({ type: 'ms to open', description: String(Date.now() - began) })

    // Upwards, page by page: what is in view stays where it is while older ones come above it.
    let most = 0
    // Late enough that the wheel has come to rest, and what it led to is drawn.
    await page.route(/prompts\.list/, async (route) => {
      await page.waitForTimeout(2_000)
      await route.continue()
    })
    for (let pages = 0; pages < 4; pages += 1) {
      const answered = page.waitForResponse(/prompts\.list/)
      await toUpperEdge(page)
      await page.waitForTimeout(1_500)
      const id = await inView(page)
      const moved = await movementOf(page, id, async () => {
        await answered
        await page.waitForTimeout(1_000)
      })
      most = Math.max(most, moved)
    }
    await page.unroute(/prompts\.list/)
    test.info().annotations.push({ type: 'px moved', description: String(most) })
    expect(most).toBeLessThan(4)
    expect(await log(page).locator('[data-exchange]').count()).toBeLessThan(30)

    // What comes meanwhile is counted and moves nothing.
    const second = await page.context().newPage()
    await second.goto(address)
    await expect(box(second)).toBeVisible()
    const reading = await inView(page)
    const moved = await movementOf(page, reading, async () => {
      await box(second).fill('It also speaks Danish.')
      await second.keyboard.press('Control+Enter')
      await expect(second.getByText('Danish').last()).toBeVisible()
      await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
    })
    expect(moved).toBeLessThan(4)
    await page.getByRole('button', { name: '1 new' }).click()
    await expectAtEnd(page)

    // A link far up.
    const far = ids[1234] ?? ''
    await page.goto('/')
    const linked = Date.now()
    await page.goto(`${address}#message-${far}`)
    const row = page.locator(`[data-exchange="${far}"]`)
    await expect(row).toBeInViewport()
    await expect(row).toHaveAttribute('data-marked', '')
    test.info().annotations.push({ type: 'ms to the linked message', description: String(Date.now() - linked) })
    const edge = (await log(page).boundingBox())?.y ?? 0
    // There soon, and still there when what is around it has been read, and read anew.
    for (const pause of [500, 2_000]) {
      await page.waitForTimeout(pause)
      expect(Math.abs(((await topOf(page, far)) ?? 0) - edge - 16)).toBeLessThan(4)
    }

    // Down from there to later ones, and to the latest.
    const later = page.waitForResponse((response) => response.url().includes('prompts.list'))
    await log(page).press('End')
    await later
    await expect(page.getByRole('button', { name: 'To the latest' })).toBeVisible()
    await page.getByRole('button', { name: 'To the latest' }).click()
    await expectAtEnd(page)

    // A link to what is gone.
    await second.goto(`${address}#message-${before}`)
    await expect(second.locator(`[data-exchange="${before}"]`)).toHaveAttribute('data-marked', '')
    await choose(second, second.locator(`[data-exchange="${before}"] [data-message]`), 'Delete')
    await second.goto('/')
    await second.goto(`${address}#message-${before}`)
    await expect(second.getByText('was deleted, or it was never here')).toBeVisible()
    await expectAtEnd(second)
    await ada.leave()
    await server.remove()
  })
})
