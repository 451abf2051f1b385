import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright/test'
import { expect } from './server.ts'

/** Nothing that keeps people out, and nothing that the content policy or a fault of the page stopped. */
export async function expectAccessible(page: Page): Promise<void> {
  await standsStill(page)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Half faded in, a dialog has colours that nobody reads: what ends moves to its end first; what turns for ever goes on. */
async function standsStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}

/** On a narrow page nothing hangs over the edge. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
}

/** Collects what the page stumbles over, and what its content policy stops. */
export function hearErrors(page: Page, errors: string[]): void {
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    // A link or a page that is not there is answered so; the browser logs every such answer.
    if (/the server responded with a status of 404/.test(message.text())) return
    errors.push(`${page.url()}: ${message.text()}`)
  })
}
