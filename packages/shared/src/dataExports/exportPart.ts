import type { QueryBuilder } from 'objection'
import type { Ctx } from '../context.ts'
import type { BaseModel } from '../models/BaseModel.ts'
import { onlyBefore } from '../pages.ts'

/** One file of an archive: what is in it, how many, and the entries themselves, some at a time. */
export type ExportPart = {
  file: string
  says: string
  count(ctx: Ctx, userId: string): Promise<number>
  pages(ctx: Ctx, userId: string): AsyncIterable<object[]>
}

type RowsPart<M extends BaseModel> = {
  file: string
  says: string
  /** All of one person. */
  of: (ctx: Ctx, userId: string) => QueryBuilder<M, M[]>
  present: (row: M, ctx: Ctx) => object | Promise<object>
  /** Rows that are held at once: a few where each can have megabytes. */
  atOnce?: number
}

/** A part made of rows of one table, read from the oldest to the newest. */
export function rowsPart<M extends BaseModel>({ file, says, of, present, atOnce = 200 }: RowsPart<M>): ExportPart {
  return {
    file,
    says,
    count: (ctx, userId) => of(ctx, userId).resultSize(),
    async *pages(ctx, userId) {
      for (let last: M | undefined; ;) {
        const query = of(ctx, userId).orderBy(['createdAt', 'id']).limit(atOnce)
        if (last) onlyBefore(ctx, query, ['createdAt', 'id'], [last.createdAt, last.id])
        const rows = await query
        const entries: object[] = []
        for (const row of rows) entries.push(await present(row, ctx))
        if (entries.length > 0) yield entries
        last = rows.at(-1)
        if (!last || rows.length < atOnce) return
      }
    },
  }
}
