import { randomInt } from 'node:crypto'
import type { Ctx } from '../context.ts'
import { slugOf } from './slugOf.ts'

const small = [2, 3, 4, 5, 6, 7, 8, 9]

/**
 * An address for a new template that no other has, with a number where the plain one is taken. Others may take it before it is
 * written; `attempt`, from 1, then leads to a number that nobody else tries.
 */
export async function freeSlug(ctx: Ctx, { title, id }: { title: string; id: string }, attempt: number): Promise<string> {
  const plain = slugOf(title, id)
  const any = `${plain}-${randomInt(10, 1_000_000_000)}`
  if (attempt > 1) return any
  const wanted = [plain, ...small.map((number) => `${plain}-${number}`)]
  const taken = new Set(await ctx.db('templates').whereIn('slug', wanted).pluck<string[]>('slug'))
  return wanted.find((slug) => !taken.has(slug)) ?? any
}
