import type { TemplateUsage } from '@prologue/contracts'
import type { Ctx } from '../context.ts'
import { findTemplate } from './findTemplate.ts'

const days = 90
const dayMs = 86_400_000

/** How often a template was used on each of the last ninety days, today the last. @throws AppError NOT_FOUND */
export async function getTemplateUsage(ctx: Ctx, { templateId }: { templateId: string }): Promise<TemplateUsage> {
  const { template } = await findTemplate(ctx, { id: templateId })
  const dayAgo = (many: number) => new Date(ctx.now().getTime() - many * dayMs).toISOString().slice(0, 10)
  const shown = Array.from({ length: days }, (_, index) => dayAgo(days - 1 - index))
  const rows = await ctx
    .db('template_usage_daily')
    .where({ templateId: template.id })
    .where('day', '>=', dayAgo(days - 1))
    .select<{ day: string; uses: number }[]>('day', 'uses')
  const usesOn = new Map(rows.map(({ day, uses }) => [day, uses]))
  return shown.map((day) => ({ day, uses: usesOn.get(day) ?? 0 }))
}
