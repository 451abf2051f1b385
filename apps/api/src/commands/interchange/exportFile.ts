import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { formats, type Format, type PortableTemplate } from '@prologue/prompt-kit/formats'
import type { Ctx } from '@prologue/shared'
import { exportAll } from '@prologue/shared/interchange'
import { formatNamed } from './chosenFormat.ts'
import { visible } from './visible.ts'
import { withAccount } from './withAccount.ts'

type Options = { as?: string; public?: boolean; format: string }

/**
 * Prints a file of all published templates of one person, or of everything public, or of those of them that are named. What the format cannot hold is told on standard error,
 * each loss once with how many templates it is true of.
 */
export async function exportFile(slugs: string[], { as, public: isPublic = false, format: id }: Options): Promise<void> {
  if ((as === undefined) === !isPublic) throw new Error('Say whose templates: --as EMAIL, or --public for all that are public.')
  const format = formatNamed(
    id,
    formats.filter(({ write }) => write !== null),
  )
  const losses = new Map<string, number>()
  let count = 0
  await withAccount(as, async (ctx) => {
    const templates = told(format, everything(ctx, slugs, isPublic), losses, () => count++)
    await pipeline(Readable.from(format.write?.write(templates) ?? []), process.stdout, { end: false })
  })
  process.stderr.write(`${count.toLocaleString('en')} ${count === 1 ? 'template' : 'templates'} written as ${format.name}.\n`)
  for (const [loss, times] of losses) process.stderr.write(`${visible(loss)} (${times.toLocaleString('en')})\n`)
}

async function* everything(ctx: Ctx, slugs: readonly string[], isPublic: boolean): AsyncGenerator<PortableTemplate> {
  const ownerId = !isPublic && ctx.actor.kind === 'user' ? ctx.actor.userId : null
  let cursor: string | undefined
  do {
    const page = await exportAll(ctx, { ownerId, slugs, cursor })
    for (const { template, olderLeft } of page.items) {
      if (olderLeft > 0)
        process.stderr.write(
          `The versions up to ${olderLeft} of "${visible(template.title)}" are left out: all together are too large.\n`,
        )
      yield template
    }
    for (const title of page.unpublished)
      process.stderr.write(`"${visible(title)}" is left out, as nothing of it is published yet.\n`)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
}

/** The same templates, with their losses counted. @throws Error where there are more than a file holds */
async function* told(
  { name, holdsMany, write }: Format,
  templates: AsyncIterable<PortableTemplate>,
  losses: Map<string, number>,
  onTemplate: () => void,
): AsyncGenerator<PortableTemplate> {
  let isFirst = true
  for await (const template of templates) {
    const many = formats.filter((format) => format.holdsMany && format.write !== null).map(({ id }) => id)
    if (!isFirst && !holdsMany) throw new Error(`${name} holds one template in a file. These hold many: ${many.join(', ')}.`)
    isFirst = false
    onTemplate()
    for (const loss of write?.losses(template) ?? []) losses.set(loss, (losses.get(loss) ?? 0) + 1)
    yield template
  }
}
