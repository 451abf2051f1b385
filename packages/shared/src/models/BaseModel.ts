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
import { writeAudit, type AuditedFields, type Row } from './audit.ts'

export class BaseModel extends Model {
  declare id: string
  declare createdAt: Date
  declare updatedAt: Date

  /** Whether rows have `deleted_at` and deleting sets it. */
  static softDelete = false
  /** Columns that hold an instant, beside the two that all tables have. */
  static instants: readonly string[] = []
  /** JSON columns with the schema each is checked by when written and when read. */
  static json: Readonly<Record<string, z.ZodType>> = {}
  /** What the audit may keep of each field; a field not named here never gets there. Null: rows are not audited. */
  static audited: AuditedFields | null = null

  /** Leaves soft-deleted rows out of every read and write; relations are built by this too. */
  static override query<M extends Model>(this: Constructor<M>, db?: TransactionOrKnex): QueryBuilderType<M> {
    const query = super.query.call(this, db)
    query.onBuild((builder) => {
      const model = builder.modelClass()
      const hides = 'softDelete' in model && model.softDelete && !builder.isInsert() && !builder.context()['withDeleted']
      if (hides) void builder.whereNull(`${builder.tableRefFor(model)}.deletedAt`)
    })
    return query
  }

  /** A query in the caller's transaction whose writes are audited in the caller's name. */
  static with<M extends Model>(this: Constructor<M> & Pick<typeof BaseModel, 'query'>, ctx: Ctx): QueryBuilderType<M> {
    return this.query(ctx.db).context({ ctx })
  }

  override $parseDatabaseJson(row: Pojo): Pojo {
    const values = super.$parseDatabaseJson(row)
    const model = this.constructor as typeof BaseModel
    for (const name of ['createdAt', 'updatedAt', 'deletedAt', ...model.instants]) {
      if (values[name] !== null && values[name] !== undefined) values[name] = readInstant(values[name])
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
    const entries = inputItems.map((item) => ({ before: null, after: item.$toJson() }))
    await writeAudit(writer(this, context), this, 'create', entries)
  }

  static override async beforeUpdate(args: StaticHookArguments<BaseModel>): Promise<void> {
    const ctx = writer(this, args.context)
    for (const item of args.inputItems) item.updatedAt = ctx.now()
    // Locked: what is told as it was before must be what the change found.
    args.context['before'] = await auditedRows(args.asFindQuery().forUpdate(), this.audited)
  }

  static override async afterUpdate({ inputItems, context }: StaticHookArguments<BaseModel>): Promise<void> {
    const ctx = writer(this, context)
    const before: Row[] = context['before']
    const ids = before.map((row) => String(row['id']))
    // Read again: a patch may hold expressions that only the database can work out.
    const rows = this.query(ctx.db).context({ withDeleted: true }).whereIn('id', ids)
    const byId = new Map((await auditedRows(rows, this.audited)).map((row) => [row['id'], row]))
    const entries = before.map((row) => ({ before: row, after: byId.get(row['id']) ?? null }))
    await writeAudit(ctx, this, actionOf(inputItems), entries)
  }

  static override async beforeDelete(args: StaticHookArguments<BaseModel>): Promise<void> {
    if (this.softDelete) throw new Error(`${this.name} is deleted by setting deletedAt`)
    const ctx = writer(this, args.context)
    const rows = await auditedRows(args.asFindQuery().forUpdate(), this.audited)
    const entries = rows.map((before) => ({ before, after: null }))
    await writeAudit(ctx, this, 'delete', entries)
  }
}

/** Of the rows of a query only what the audit may keep. */
async function auditedRows(query: QueryBuilder<BaseModel>, fields: AuditedFields | null): Promise<Row[]> {
  if (!fields) return []
  const rows: (BaseModel | undefined)[] = await query.select(['id', ...Object.keys(fields)])
  // A query by id that finds nothing answers one undefined row here.
  return rows.flatMap((row) => (row ? [row.$toJson()] : []))
}

/** The context of a write. Without one, or outside a transaction, the write could escape its audit. */
function writer(model: typeof BaseModel, context: QueryContext): Ctx {
  const ctx: Ctx | undefined = context['ctx']
  if (!ctx?.db.isTransaction) throw new Error(`${model.name} is written through with(ctx) inside withTransaction`)
  return ctx
}

function actionOf(items: BaseModel[]): 'update' | 'delete' | 'restore' {
  const [item] = items
  if (!item || !('deletedAt' in item) || item.deletedAt === undefined) return 'update'
  return item.deletedAt === null ? 'restore' : 'delete'
}
