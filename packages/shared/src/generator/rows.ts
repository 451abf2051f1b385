/** A row for a table by its columns, named as in the application; every row of a table has the same ones. */
export type Row = Record<string, string | number | Date | null>

/** Takes a row to be written, together with others of its table. */
export type Put = (table: string, row: Row) => void

/** One thing with all that belongs to it: rows of several tables. */
export type Writing = (index: number, put: Put) => void

/** When a row was made and last changed. */
export const times = (made: number, changed = made) => ({ createdAt: new Date(made), updatedAt: new Date(changed) })

export const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
