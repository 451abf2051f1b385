import { randomUUID } from 'node:crypto'
import { createDraftClient, type DraftClient, type DraftClientSocket } from '@prologue/collab/client'
import { limits, type Conversation, type SignedInAccount } from '@prologue/contracts'
import type { AppRouter } from '@prologue/shared'
import { entered } from '@prologue/shared/testing'
import { createTRPCClient, httpBatchLink, type TRPCClient } from '@trpc/client'
import { io } from 'socket.io-client'
import superjson from 'superjson'

export type Cookie = { value: string }

/** The API as a browser calls it: with its origin, and with the cookie it was given. `hear` gets each answer as it came. */
export function callerOf(
  url: string,
  cookie: Cookie,
  origin = url,
  hear: (body: string) => void = () => {},
): TRPCClient<AppRouter> {
  return createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({
        url: `${url}/trpc`,
        maxItems: limits.batch,
        transformer: superjson,
        headers: () => ({ origin, cookie: cookie.value }),
        async fetch(input, options) {
          const response = await fetch(input, options as RequestInit)
          const [set] = response.headers.getSetCookie()
          if (set) cookie.value = set.split(';')[0] ?? ''
          hear(await response.clone().text())
          return response
        },
      }),
    ],
  })
}

export type TestPerson = {
  account: SignedInAccount
  api: TRPCClient<AppRouter>
  cookie: Cookie
  /** A connected socket; rejects when the server lets nobody in. */
  connect(): Promise<DraftClientSocket>
}

/** Somebody with an account of their own, signed in. */
export async function signUpPerson(url: string, name = 'Ada'): Promise<TestPerson> {
  const cookie = { value: '' }
  const api = callerOf(url, cookie)
  const answer = await api.auth.signUp.mutate({
    name,
    email: `${randomUUID()}@example.com`,
    password: 'a long enough password',
  })
  const { account } = entered(answer)
  return { account, api, cookie, connect: () => connect(url, cookie) }
}

/** A websocket as a browser opens it. @throws Error with the server's refusal in `data` */
export async function connect(url: string, cookie: Cookie, origin = url): Promise<DraftClientSocket> {
  const socket: DraftClientSocket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    extraHeaders: { origin, cookie: cookie.value },
  })
  await new Promise<void>((resolve, reject) => {
    const refused = (error: Error) => {
      socket.close()
      reject(error)
    }
    socket.once('connect_error', refused)
    socket.once('connect', () => {
      // From here on it comes back by itself.
      socket.off('connect_error', refused)
      resolve()
    })
  })
  return socket
}

/** Opens the draft of a conversation over a socket, as the page does. */
export async function openDraft(person: TestPerson, socket: DraftClientSocket, conversation: Conversation): Promise<DraftClient> {
  const { id: draftId, epoch } = conversation.draft
  const draft = createDraftClient({ socket, draftId, epoch, personId: person.account.id, persistence: false })
  await draft.synced
  return draft
}
