import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { requestBody, requestCurl, requestJson, requestKinds } from './writeRequest.ts'

const hard = `It's "hard" to \`quote\` $HOME \\ !! %s\nJSON\nEOF\n\t“ü” 😀 </script>\u0000`

describe('a request', () => {
  test('to OpenAI is a chat or one to its responses', () => {
    const settings = { model: 'gpt-4.1', temperature: 0.2, maxTokens: 300 }
    expect(requestBody('openai-chat', 'Be brief.', settings)).toEqual({
      model: 'gpt-4.1',
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Hello' },
      ],
      temperature: 0.2,
      max_completion_tokens: 300,
    })
    expect(requestBody('openai-responses', 'Be brief.', settings)).toEqual({
      model: 'gpt-4.1',
      instructions: 'Be brief.',
      input: 'Hello',
      temperature: 0.2,
      max_output_tokens: 300,
    })
  })

  test.each(['gpt-5-mini', 'gpt-5', 'openai/gpt-5', 'o3', 'o4-mini'])('to %s, which thinks, sends no temperature', (model) => {
    for (const kind of ['openai-chat', 'openai-responses'] as const) {
      const body = requestBody(kind, '', { model, temperature: 0.2 })
      expect(body).toMatchObject({ model })
      expect(body).not.toHaveProperty('temperature')
    }
  })

  test('sends a temperature to the models that take one, and none to the model that stands in for one of another house', () => {
    for (const model of ['gpt-4o', 'llama-4', 'my-gpt-500']) {
      expect(requestBody('openai-chat', '', { model, temperature: 0.2 })).toMatchObject({ model, temperature: 0.2 })
    }
    expect(requestBody('openai-chat', '', { temperature: 0.2 })).not.toHaveProperty('temperature')
    expect(requestBody('openai-responses', '', { model: 'gemini-3', temperature: 0.2 })).not.toHaveProperty('temperature')
  })

  test('to Anthropic says how long an answer may be, and leaves out a temperature it does not take', () => {
    expect(requestBody('anthropic', 'Be brief.', { temperature: 1.4 })).toEqual({
      model: 'claude-sonnet-4-5',
      max_tokens: 4096,
      system: 'Be brief.',
      messages: [{ role: 'user', content: 'Hello' }],
    })
  })

  test('asks no model of another house', () => {
    expect(requestBody('anthropic', '', { model: 'gpt-5' })).toMatchObject({ model: 'claude-sonnet-4-5' })
    expect(requestBody('openai-chat', '', { model: 'claude-opus-4-5' })).toMatchObject({ model: 'gpt-5-mini' })
    expect(requestBody('openai-responses', '', { model: 'my-own-model' })).toMatchObject({ model: 'my-own-model' })
    expect(requestBody('anthropic', '', { model: 'claude-opus-4-5' })).toMatchObject({ model: 'claude-opus-4-5' })
  })

  test.each(requestKinds)('to %s says in JSON and through a shell exactly what the text says', (kind) => {
    const body = requestBody(kind, hard, { maxTokens: 5 })
    expect(JSON.parse(requestJson(kind, hard, { maxTokens: 5 }))).toEqual(body)
    // A shell as it is, in which curl tells what it was given.
    const told = execFileSync(
      '/bin/sh',
      ['-c', `curl() { printf '%s\\n' "$@" ""; cat; }\n${requestCurl(kind, hard, { maxTokens: 5 })}`],
      {
        env: { OPENAI_API_KEY: 'key-o', ANTHROPIC_API_KEY: 'key-a' },
        encoding: 'utf8',
      },
    )
    const [given = '', sent = ''] = told.split(/\n\n(?=\{)/)
    expect(JSON.parse(sent)).toEqual(body)
    expect(given).toContain(kind === 'anthropic' ? 'x-api-key: key-a' : 'Authorization: Bearer key-o')
    expect(given.startsWith('https://')).toBe(true)
  })
})
