import type { IncomingMessage } from 'node:http'
import { addressKey, type Services } from '@prologue/shared'
import { addressOf } from '../http/addressOf.ts'
import { isSameOrigin } from '../http/origins.ts'
import type { SocketParts } from './createSockets.ts'

type Decide = (error: string | null, allowed: boolean) => void

/** Lets a line be opened from our own page only, and so many times from one address. */
export function allowUpgrade({ env, logger }: SocketParts, services: Services) {
  return (request: IncomingMessage, decide: Decide): void => {
    if (!isSameOrigin(request, services.publicUrl)) return decide(null, false)
    services.rates.take('connect', addressKey(addressOf(request, env.trustProxy))).then(
      ({ allowed }) => decide(null, allowed),
      (error: unknown) => {
        logger.error({ err: error }, 'A connection could not be counted')
        decide(null, false)
      },
    )
  }
}
