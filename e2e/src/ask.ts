import type { Page } from 'playwright/test'

/** Asks the server to do something as the page does, for whoever is signed in on it. */
export async function ask<Answer>(page: Page, procedure: string, input: unknown): Promise<Answer> {
  const response = await page.evaluate(
    async ([path, json]) => {
      const answer = await fetch(`/trpc/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      })
      return { ok: answer.ok, text: await answer.text() }
    },
    [procedure, input] as const,
  )
  if (!response.ok) throw new Error(response.text)
  const { result } = JSON.parse(response.text) as { result: { data: { json: Answer } } }
  return result.data.json
}
