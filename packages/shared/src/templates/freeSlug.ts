import { randomInt } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { slugOf } from './slugOf.ts'

const small = [2, 3, 4, 5, 6, 7, 8, 9]

type Named = { title: string; id: string; now?: string }

/**
 * An address for a template that no other has, with a number where the plain one is taken; `now` is the one it has already. Others
 * may take it before it is written; `attempt`, from 1, then leads to a number that nobody else tries.
 */
export async function freeSlug(ctx: Ctx, { title, id, now }: Named, attempt: number): Promise<string> {
  const plain = slugOf(title, id)
  const any = `${plain}-${randomInt(10, 1_000_000_000)}`
  if (attempt > 1) return any
  const wanted = [plain, ...small.map((number) => `${plain}-${number}`)]
  const taken = new Set(await ctx.db('templates').whereIn('slug', wanted).pluck<string[]>('slug'))
  return wanted.find((slug) => slug === now || !taken.has(slug)) ?? any
}
