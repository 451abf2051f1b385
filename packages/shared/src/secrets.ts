import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'

/** Keeps short secrets so that the database alone does not tell them. */
export type Secrets = {
  /** `belongsTo` says what the secret is of; only with the same words can it be read again. */
  encrypt(secret: string, belongsTo: string): Buffer
  /** @throws Error where it was encrypted with another key, for something else, or was changed. */
  decrypt(encrypted: Uint8Array, belongsTo: string): string
  /** Whether it was encrypted with this key. */
  knows(encrypted: Uint8Array): boolean
}

const algorithm = 'aes-256-gcm'
/** What is stored: the key's id, a nonce, the tag, and then the secret itself. */
const keyIdBytes = 4
const nonceBytes = 12
const tagBytes = 16
const headBytes = keyIdBytes + nonceBytes + tagBytes

/** AES-256-GCM with a key of 32 bytes. What is written names its key, so that a wrong one is told from damage. */
export function makeSecrets(key: Buffer): Secrets {
  const keyId = createHash('sha256').update('key id').update(key).digest().subarray(0, keyIdBytes)
  const knows = (encrypted: Uint8Array) => keyId.equals(encrypted.subarray(0, keyIdBytes))
  return {
    knows,

    encrypt(secret, belongsTo) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(belongsTo))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([keyId, nonce, cipher.getAuthTag(), text])
    },

    decrypt(encrypted, belongsTo) {
      const bytes = Buffer.from(encrypted)
      if (!knows(bytes)) throw new Error('A secret was encrypted with another key')
      const nonce = bytes.subarray(keyIdBytes, keyIdBytes + nonceBytes)
      const tag = bytes.subarray(keyIdBytes + nonceBytes, headBytes)
      const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(tag)
      return Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()]).toString('utf8')
    },
  }
}
