import { expect, test } from 'vitest'
import { decodeText } from './decodeText.ts'

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
}

test.each([1, 2, 3, 1000])('a text is read from its bytes in pieces of %i', async (size) => {
  const text = '\uFEFFA line, “quoted”,\r\n🧭 and more\n'
  expect((await Array.fromAsync(decodeText(inPieces(new TextEncoder().encode(text), size)))).join('')).toBe(text)
})

test.each([1, 4, 1000])('what is no UTF-8 is told with its line, in pieces of %i', async (size) => {
  const bytes = Uint8Array.from([...new TextEncoder().encode('one\ntwo\nth'), 0xe9, 0x65, 0x0a, 0x65])
  await expect(Array.fromAsync(decodeText(inPieces(bytes, size)))).rejects.toMatchObject({
    line: 3,
    message: 'This is not text in UTF-8: save the file in that encoding.',
  })
})

test.each([1, 2, 3, 5, 9, 1000])(
  'a letter that breaks off at an end of line is told with its line, in pieces of %i',
  async (size) => {
    const before = new TextEncoder().encode('one \uFFFD\ntwo 🧭\nth')
    const bytes = Uint8Array.from([...before, 0xf0, 0x9f, ...new TextEncoder().encode('\nfour\nfive\n')])
    await expect(Array.fromAsync(decodeText(inPieces(bytes, size)))).rejects.toMatchObject({ line: 3 })
  },
)
