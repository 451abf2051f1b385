import { type DraftAuthor, limits } from '@prologue/contracts'
import { api } from '../../api.ts'
import type { AuthorBook, Writer } from '../../editor/authorship.ts'
import { authorName } from './authorName.ts'
import { writtenWhen } from './writtenWhen.ts'

/** What the page knows of who wrote, as the server tells it. */
export type AskedAuthorBook = AuthorBook & {
  /** The draft was kept: what is known is out of date. */
  outdate: () => void
}

/** What was not answered is not asked again before: it failed, or nothing of that client is stored yet. */
const againAfter = 5_000
const assistant: Writer = { id: 'assistant', name: 'The assistant', colour: null }

/** Who wrote in a draft, asked of the server as it is needed. `own` writes here: this browser knows without asking. */
export function createAuthorBook(conversationId: string, own: { client: () => number; writer: () => Writer }): AskedAuthorBook {
  const known = new Map<number, DraftAuthor>()
  const outdated = new Set<number>()
  const asking = new Map<number, Promise<boolean>>()
  const askedAt = new Map<number, number>()

  async function fetchSome(clientIds: number[]): Promise<boolean> {
    try {
      const authors = await api.drafts.authors.query({ conversationId, clientIds })
      for (const author of authors) {
        known.set(author.clientId, author)
        outdated.delete(author.clientId)
        askedAt.delete(author.clientId)
      }
      return authors.length > 0
    } catch {
      return false
    } finally {
      for (const client of clientIds) asking.delete(client)
    }
  }

  return {
    writer(client) {
      if (client === own.client()) return own.writer()
      const author = known.get(client)
      if (!author) return undefined
      if (!author.person) return assistant
      const { id, colour } = author.person
      return id === own.writer().id ? own.writer() : { id, name: authorName(author.person), colour }
    },
    when(client, clock) {
      const author = known.get(client)
      if (author) return writtenWhen(author, clock, new Date())
      return client === own.client() ? 'just now' : ''
    },
    async ask(clients) {
      const waited = clients.flatMap((client) => asking.get(client) ?? [])
      const now = Date.now()
      const missing = clients.filter(
        (client) =>
          (!known.has(client) || outdated.has(client)) &&
          !asking.has(client) &&
          now - (askedAt.get(client) ?? -Infinity) > againAfter,
      )
      for (let at = 0; at < missing.length; at += limits.authorsAsked) {
        const some = missing.slice(at, at + limits.authorsAsked)
        const answer = fetchSome(some)
        for (const client of some) {
          asking.set(client, answer)
          askedAt.set(client, now)
        }
        waited.push(answer)
      }
      return (await Promise.all(waited)).includes(true)
    },
    outdate() {
      for (const client of known.keys()) outdated.add(client)
    },
  }
}
