import { createHash } from 'node:crypto'
import type { PlainValue } from '../database/index.ts'
import { sortKeys } from '../sortKeys.ts'
import type { BackupTable, Counted } from './format.ts'

const lanes = 8

/**
 * Counts the rows of a table and adds up their digests: the databases put texts in different orders, and the sum is the same in
 * any.
 */
export function makeRowsDigest({ columns }: BackupTable): { add(row: readonly PlainValue[]): void; counted(): Counted } {
  const isJson = columns.map(({ holds }) => holds === 'json')
  const sum = new Uint32Array(lanes)
  let rows = 0
  return {
    add(row) {
      const same = row.map((value, index) =>
        isJson[index] && typeof value === 'string' ? sortKeys(JSON.parse(value)) : written(value),
      )
      const digest = createHash('sha256').update(JSON.stringify(same)).digest()
      for (let lane = 0; lane < lanes; lane += 1) sum[lane] = (sum[lane] ?? 0) + digest.readUInt32LE(lane * 4)
      rows += 1
    },
    counted: () => ({ rows, digest: Buffer.from(sum.buffer).toString('hex') }),
  }
}

/** A value as a line has it. */
export function written(value: PlainValue): string | number | null {
  return Buffer.isBuffer(value) ? value.toString('base64') : value
}
