import type { Knex } from 'knex'
import { UserTotp } from '../models/index.ts'
import type { Secrets } from '../secrets.ts'

/**
 * Looks whether this key is the one that the secrets in the database are encrypted with, where there are any.
 * @throws Error with a sentence for the operator where it is another.
 */
export async function expectSecretKey(db: Knex, secrets: Secrets): Promise<void> {
  const totp = await UserTotp.query(db).orderBy('id').first()
  if (!totp || secrets.knows(totp.secretEncrypted)) return
  throw new Error(
    'The second factors in this database are encrypted with another key. Set SECRET_KEY to it, or bring back secret.key in DATA_DIR; docs/operations.md says what to do where it is lost.',
  )
}
