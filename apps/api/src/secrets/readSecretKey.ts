import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Env } from '../env.ts'

const bytes = 32

/**
 * The key that secrets in the database are encrypted with: the one that is set, or the one in `DATA_DIR/secret.key`, which the
 * first start makes.
 * @throws Error with a sentence for the operator where the file holds no key.
 */
export async function readSecretKey({ secretKey, dataDir }: Pick<Env, 'secretKey' | 'dataDir'>): Promise<Buffer> {
  if (secretKey !== null) return secretKey
  const path = join(dataDir, 'secret.key')
  const text = (await readIfThere(path)) ?? (await makeFile(path, dataDir))
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== bytes || key.toString('base64') !== text.trim()) {
    throw new Error(`${path} holds no key: 32 bytes in base64. Bring it back from a backup, or set SECRET_KEY.`)
  }
  return key
}

/** Written beside and then given its name: of two processes that start at once both go on with the same key. */
async function makeFile(path: string, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  const draft = `${path}.${randomUUID()}`
  await writeFile(draft, `${randomBytes(bytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  try {
    await link(draft, path)
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
  return readFile(path, 'utf8')
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
