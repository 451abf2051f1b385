import { withTransaction, type Ctx } from '../context.ts'
import { addSearchDocuments, Conversation, Prompt, Template, writeSearchDocuments } from '../models/index.ts'
import type { BaseModel } from '../models/BaseModel.ts'
import { countWords } from './countWords.ts'
import { kinds, sources } from './sources.ts'

const models = { templates: Template, conversations: Conversation, prompts: Prompt }

/** Rows of a transaction. */
const batch = 500

/**
 * Writes the words of all rows anew, for rows that were written past the models or by a program that read words otherwise.
 * Where there are none yet it is done in a fraction of the time, and nobody else may write meanwhile.
 */
export async function rebuildSearch(ctx: Ctx): Promise<void> {
  for (const kind of kinds) {
    const { table } = sources[kind]
    const { searched } = models[kind]
    const isEmpty = (await ctx.db(table).first()) === undefined
    const write = isEmpty ? addSearchDocuments : writeSearchDocuments
    const all = async () => {
      for await (const rows of batches(ctx, models[kind], Object.keys(searched.fields)))
        await withTransaction(ctx, (tx) => write(tx.db, searched, rows))
    }
    await (isEmpty ? ctx.database.dialect.search.refill(ctx.db, table, all) : all())
  }
  await countWords(ctx)
}

async function* batches(ctx: Ctx, model: typeof BaseModel, fields: string[]) {
  for (let after = ''; ;) {
    const rows = await model
      .with(ctx)
      .context({ withDeleted: true })
      .where('id', '>', after)
      .orderBy('id')
      .limit(batch)
      .select('id', ...fields)
    if (rows.length > 0) yield rows.map((row) => row.$toJson())
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.id
  }
}
