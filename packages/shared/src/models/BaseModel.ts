import {
  Model,
  type Constructor,
  type Pojo,
  type QueryBuilder,
  type QueryBuilderType,
  type QueryContext,
  type StaticHookArguments,
  type TransactionOrKnex,
} from 'objection'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Ctx } from '../context.ts'
import { readInstant } from '../database/index.ts'
import { writeAudit, type AuditedFields, type PartOf, type Row } from './audit.ts'
import { auditedRows, hasExpressions, isFollowed, rowsAfter } from './auditedRows.ts'
import { isBaseModel, notHidden } from './hiding.ts'
import { addSearchDocuments, searchedFields, writeSearchDocuments, type Searched } from './searchDocuments.ts'

export class BaseModel extends Model {
  declare id: string
  declare createdAt: Date
  declare updatedAt: Date

  /** Whether rows have `deleted_at` and deleting sets it. */
  static softDelete = false
  /** The relations a row is hidden with: while the row they lead to is hidden, this one is; once it is back, so is this. */
  static hiddenWith: readonly string[] = []
  /** The same for those a row may be without: then it is hidden with none. */
  static hiddenWithAny: readonly string[] = []
  /** Columns that hold an instant, beside the two that all tables have. */
  static instants: readonly string[] = []
  /** Columns that hold yes or no, which both databases keep as a number. */
  static booleans: readonly string[] = []
  /** JSON columns with the schema each is checked by when written and when read. */
  static json: Readonly<Record<string, z.ZodType>> = {}
  /** What the audit may keep of each field; a field not named here never gets there. Null: rows are not audited. */
  static audited: AuditedFields | null = null
  /** Whose audit is part of the activity of a conversation or template, which its owner reads. Null: it is not theirs to read. */
  static partOf: PartOf | null = null
  /** By which fields rows are found in a search. Null: they are not. */
  static searched: Searched | null = null

  /** Leaves deleted rows out of every read and write, and hidden ones out of every read; relations are built by this too. */
  static override query<M extends Model>(this: Constructor<M>, db?: TransactionOrKnex): QueryBuilderType<M> {
    const query = super.query.call(this, db)
    query.onBuild((builder) => {
      const model = builder.modelClass()
      const { withDeleted, writing } = builder.context()
      // The audit could not tell what became of which row.
      if (builder.has('truncate')) throw new Error(`${model.name} is deleted row by row`)
      if (builder.has('onConflict')) throw new Error(`${model.name} is inserted or patched, not either`)
      if (!isBaseModel(model) || builder.isInsert() || withDeleted) return
      const table = builder.tableRefFor(model)
      if (model.softDelete) void builder.whereNull(`${table}.deletedAt`)
      // MySQL lets no statement read what its triggers write. Who writes has found the row before.
      const condition = builder.isFind() && !writing ? notHidden(model, table) : null
      if (condition) void builder.whereRaw(condition)
    })
    return query
  }

  /** A query in the caller's transaction whose writes are audited in the caller's name. */
  static with<M extends Model>(this: Constructor<M> & Pick<typeof BaseModel, 'query'>, ctx: Ctx): QueryBuilderType<M> {
    return this.query(ctx.db).context({ ctx })
  }

  /** The same, over deleted rows too, which it may delete for good. */
  static purging<M extends Model>(this: Constructor<M> & Pick<typeof BaseModel, 'query'>, ctx: Ctx): QueryBuilderType<M> {
    return this.query(ctx.db).context({ ctx, withDeleted: true, purging: true })
  }

  override $parseDatabaseJson(row: Pojo): Pojo {
    const values = super.$parseDatabaseJson(row)
    const model = this.constructor as typeof BaseModel
    for (const name of ['createdAt', 'updatedAt', 'deletedAt', ...model.instants]) {
      if (values[name] !== null && values[name] !== undefined) values[name] = readInstant(values[name])
    }
    for (const name of model.booleans) {
      if (values[name] !== undefined) values[name] = Boolean(values[name])
    }
    for (const [name, schema] of Object.entries(model.json)) {
      if (values[name] === undefined) continue
      values[name] = schema.parse(typeof values[name] === 'string' ? JSON.parse(values[name]) : values[name])
    }
    return values
  }

  override $formatDatabaseJson(values: Pojo): Pojo {
    const model = this.constructor as typeof BaseModel
    const checked = { ...values }
    for (const [name, schema] of Object.entries(model.json)) {
      if (checked[name] !== undefined) checked[name] = JSON.stringify(schema.parse(checked[name]))
    }
    return super.$formatDatabaseJson(checked)
  }

  static override beforeInsert({ inputItems, context }: StaticHookArguments<BaseModel>): void {
    const now = writer(this, context).now()
    for (const item of inputItems) {
      item.id ??= uuidv7()
      item.createdAt ??= now
      item.updatedAt ??= now
    }
  }

  static override async afterInsert({ inputItems, context }: StaticHookArguments<BaseModel>): Promise<void> {
    const ctx = writer(this, context)
    const rows = await Promise.all(inputItems.map((item) => rowsAfter(this, ctx, [{ id: item.id }], item)))
    const entries = rows.flat().map((after) => ({ before: null, after }))
    await writeAudit(ctx, this, 'create', entries)
    if (!this.searched) return
    const documents: Row[] = inputItems.map((item) => item.$toJson())
    await addSearchDocuments(ctx, this.searched, documents)
  }

  static override async beforeUpdate(args: StaticHookArguments<BaseModel>): Promise<void> {
    const ctx = writer(this, args.context)
    for (const item of args.inputItems) item.updatedAt = ctx.now()
    // Locked: what is told as it was before must be what the change found.
    args.context['before'] = isFollowed(this, args.inputItems) ? await auditedRows(this, ctx, rowsToWrite(args)) : []
  }

  static override async afterUpdate({ inputItems, context }: StaticHookArguments<BaseModel>): Promise<void> {
    const ctx = writer(this, context)
    const before: Row[] = context['before']
    if (before.length === 0) return
    const after = await rowsAfter(this, ctx, before, inputItems[0])
    const entries = before.map((row, index) => ({ before: row, after: after[index] ?? null }))
    await writeAudit(ctx, this, actionOf(inputItems), entries)
    const ids = before.map((row) => String(row['id']))
    await followSearched(this, ctx, inputItems, ids)
  }

  static override async beforeDelete(args: StaticHookArguments<BaseModel>): Promise<void> {
    const purging = args.context['purging'] === true
    if (this.softDelete && !purging) throw new Error(`${this.name} is deleted by setting deletedAt`)
    const ctx = writer(this, args.context)
    const rows = await auditedRows(this, ctx, rowsToWrite(args))
    const entries = rows.map((before) => ({ before, after: null }))
    await writeAudit(ctx, this, purging ? 'purge' : 'delete', entries)
  }
}

/** The rows that a write is about to change, locked and hidden from it no more than from the write. */
function rowsToWrite(args: StaticHookArguments<BaseModel>): QueryBuilder<BaseModel> {
  return args.asFindQuery().context({ writing: true }).forUpdate()
}

/** The context of a write. Without one, or outside a transaction, the write could escape its audit. */
function writer(model: typeof BaseModel, context: QueryContext): Ctx {
  const ctx: Ctx | undefined = context['ctx']
  if (!ctx?.db.isTransaction) throw new Error(`${model.name} is written through with(ctx) inside withTransaction`)
  return ctx
}

/** Where a field was written by which rows are found, they are found by what it is now. */
async function followSearched(model: typeof BaseModel, ctx: Ctx, items: BaseModel[], ids: string[]): Promise<void> {
  const { searched } = model
  const fields = searched ? searchedFields(searched) : []
  if (!searched || !items.some((item) => hasExpressions(item) || fields.some((name) => name in item))) return
  const rows = await model
    .query(ctx.db)
    .context({ withDeleted: true })
    .whereIn('id', ids)
    .select('id', ...fields)
  await writeSearchDocuments(
    ctx,
    searched,
    rows.map((row) => row.$toJson()),
  )
}

function actionOf(items: BaseModel[]): 'update' | 'delete' | 'restore' {
  const [item] = items
  if (!item || !('deletedAt' in item) || item.deletedAt === undefined) return 'update'
  return item.deletedAt === null ? 'restore' : 'delete'
}
