/** How long the text of a version is, in bytes or characters. */
export type Size = { templateId: string; number: number; size: number }

/** What of a version there is beside its text, about. */
const around = 1_000

/**
 * The first rows whose versions together fit into `most`. Where the first alone does not, it is taken without its oldest versions: `olderLeft`
 * is the number of the newest that is left out, 0 where none is.
 */
export function choosePart<Row extends { id: string }>(
  rows: readonly Row[],
  sizes: readonly Size[],
  most: number,
): { rows: Row[]; olderLeft: number } {
  let sum = 0
  for (const [index, { id }] of rows.entries()) {
    for (const { number, size } of sizes.filter(({ templateId }) => templateId === id)) {
      sum += size + around
      if (sum <= most) continue
      if (index > 0) return { rows: rows.slice(0, index), olderLeft: 0 }
      // The newest version goes out whatever its size.
      const isNewest = sizes.every((other) => other.templateId !== id || other.number <= number)
      return { rows: rows.slice(0, 1), olderLeft: isNewest ? number - 1 : number }
    }
  }
  return { rows: [...rows], olderLeft: 0 }
}
