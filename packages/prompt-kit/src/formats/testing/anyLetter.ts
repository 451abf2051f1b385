import * as fc from 'fast-check'

/** Any character at all. The library's own unit of this kind takes seconds to set up. */
export const anyLetter = fc
  .integer({ min: 0, max: 0x10_ff_ff })
  .filter((code) => code < 0xd8_00 || code > 0xdf_ff)
  .map((code) => String.fromCodePoint(code))
