import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormatFault } from '../types.ts'
import { readCells, writeCells } from './cells.ts'
import { csvRows, type CsvRow } from './csvRows.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

async function rowsOf(text: string, size = 64_000): Promise<CsvRow[]> {
  return Array.fromAsync(csvRows(inPieces(text, size)))
}

async function faultOf(text: string): Promise<{ line: number; message: string }> {
  const fault: unknown = await rowsOf(text).catch((error: unknown) => error)
  if (fault instanceof FormatFault) return { line: fault.line, message: fault.message }
  throw new Error('It was read.')
}

describe('rows of CSV', () => {
  test.each([1, 2, 3, 7, 1000])('are cut where lines end outside quotes, in pieces of %i characters', async (size) => {
    const text = '\uFEFFa,b\r\n\r\n"one\r\n""two""\n","x"\n\n1,2\n""\r\n,"\n"'
    expect(await rowsOf(text, size)).toEqual([
      { text: 'a,b', line: 1 },
      { text: '"one\r\n""two""\n","x"', line: 3 },
      { text: '1,2', line: 7 },
      { text: '""', line: 8 },
      { text: ',"\n"', line: 9 },
    ])
  })

  test('with stray quotes harm no other', async () => {
    const rows = ['5" pipe,x', 'a""b,c', 'x,"y"z', '"a" "b",c', '"a"",""b",c', 'last,one']
    expect((await rowsOf(rows.join('\n'))).map(({ text }) => text)).toEqual(rows)
    expect(rows.map(readCells)).toEqual([null, null, null, null, ['a","b', 'c'], ['last', 'one']])
  })

  test('of any cells are read as they were written, each with its line', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('"', ',', '\r', '\n', '\r\n', ' ', 'a', '\uFEFF', '😀', '=', ';', '\t'))
        .map((parts) => parts.join('')),
    )
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (cells, size) => {
        const text = cells.map(writeCells).join('')
        // A mark at the beginning is the file's own.
        fc.pre(!text.startsWith('\uFEFF'))
        const found = await rowsOf(text, size)
        expect(found.map((row) => readCells(row.text))).toEqual(cells)
        const lines = text.split('\n')
        for (const row of found) expect(lines[row.line - 1]).toContain(row.text.split('\n')[0])
        expect(found.map(({ line }) => line)).toEqual(
          cells.map((_, index) => cells.slice(0, index).map(writeCells).join('').split('\n').length),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('whose quote nobody closes are told by their first line', async () => {
    expect(await faultOf('a,b\n"1\n2",3\n4,"5\n6,7\n')).toEqual({
      line: 4,
      message: 'A quote in the row that begins here is not closed.',
    })
    const long = `a,b\n1,"${'x\n'.repeat(1_000_001)}`
    const most = 'The row that begins here has more than 2 million characters'
    expect(await faultOf(long)).toEqual({ line: 2, message: `${most}; perhaps a quote in it is not closed.` })
    expect(await faultOf(`a,b\nc,${'x'.repeat(2_000_001)}\n`)).toEqual({ line: 2, message: `${most}.` })
  })
})

test('quotes are written only where they are needed', () => {
  expect(writeCells(['a b', 'a,b', 'a"b', 'a\nb', 'a\rb', '', ' a ', '=1'])).toBe('a b,"a,b","a""b","a\nb","a\rb",, a ,=1\r\n')
})
