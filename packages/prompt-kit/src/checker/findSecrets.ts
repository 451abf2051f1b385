import { lintSource } from '@secretlint/core'
import { creator as rule } from '@secretlint/secretlint-rule-preset-recommend'
import type { Hit } from './types.ts'

const rules = [{ id: 'recommended', rule }]

/** Keys, tokens and passwords of services, by the patterns of Secretlint. */
export async function findSecrets(content: string): Promise<Hit[]> {
  const source = { filePath: 'prompt.md', ext: '.md', contentType: 'text' as const, content }
  const { messages } = await lintSource({ source, options: { config: { rules }, noPhysicFilePath: true, maskSecrets: true } })
  return messages.map(({ range: [start, end], message }) => ({
    range: { start, end },
    message: `This looks like a secret: ${message.replace(/^found /i, '').replace(/\(\**\)|:\s*\**$/g, '')}.`,
  }))
}
