import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('a line of CSV', () => {
  it.each(['=', '+', '-', '@', '\t', '\r'])('has no text that begins with %j as it is', (first) => {
    const line = csvLine([`${first}1`])
    expect(line).toBe(first === '\r' ? `"'\r1"\r\n` : `'${first}1\r\n`)
    expect(csvLine([`a${first}1`])).toBe(first === '\r' ? `"a\r1"\r\n` : `a${first}1\r\n`)
  })

  it('leaves a number below nothing a number', () => {
    expect(csvLine([-1, 2.5])).toBe('-1,2.5\r\n')
  })

  it('quotes what would end a cell or a line, and doubles quotes', () => {
    expect(csvLine(['a,b', 'say "yes"', 'one\ntwo', 'one\r\ntwo', 'plain'])).toBe(
      '"a,b","say ""yes""","one\ntwo","one\r\ntwo",plain\r\n',
    )
    expect(csvLine(['="x",1'])).toBe(`"'=""x"",1"\r\n`)
  })

  it('has nothing for null, which the empty text has too, and ISO 8601 for an instant', () => {
    expect(csvLine([null, '', null])).toBe(',,\r\n')
    expect(csvLine([new Date(0)])).toBe('1970-01-01T00:00:00.000Z\r\n')
  })
})
