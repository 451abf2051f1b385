import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Ctx } from '../context.ts'
import { recordEvent } from '../models/index.ts'
import { hashToken } from '../tokens.ts'

const howMany = 10
/** No letter that looks like a digit; 32 of them, so that each is as likely. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
/** 80 random bits: enough for a plain hash. */
const length = 16

/** Gives an account new recovery codes in place of all it has. They are told here and never again. */
export async function writeRecoveryCodes(tx: Ctx, userId: string): Promise<string[]> {
  const now = tx.now()
  const codes = Array.from({ length: howMany }, makeCode)
  await tx.db('user_recovery_codes').where({ userId }).delete()
  for (const code of codes) {
    const row = { id: uuidv7(), userId, codeHash: hashToken(code), usedAt: null, createdAt: now, updatedAt: now }
    await tx.db('user_recovery_codes').insert(row)
  }
  await recordEvent(tx, { action: 'create', entityType: 'user_recovery_codes', entityId: userId, metadata: { codes: howMany } })
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-'))
}

function makeCode(): string {
  return Array.from(randomBytes(length), (byte) => alphabet.charAt(byte % alphabet.length)).join('')
}
