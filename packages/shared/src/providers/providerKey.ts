import { AppError } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import type { Provider } from '../models/index.ts'

/** Only as the key of this provider can it be read again. */
const belongsTo = (id: string) => `the key of provider ${id}`

export function encryptKey({ services }: Ctx, id: string, key: string): Buffer {
  return services.secrets.encrypt(key, belongsTo(id))
}

/** @throws AppError PROVIDER_FAILED where it was encrypted with another key than this server has now */
export function decryptKey({ services, logger }: Ctx, { id, name, keyEncrypted }: Provider): string | null {
  if (keyEncrypted === null) return null
  try {
    return services.secrets.decrypt(keyEncrypted, belongsTo(id))
  } catch (error) {
    logger.error({ err: error, providerId: id }, 'The key of a provider cannot be read')
    throw new AppError('PROVIDER_FAILED', `The key of ${name} cannot be read any more. An administrator can enter it again.`)
  }
}
