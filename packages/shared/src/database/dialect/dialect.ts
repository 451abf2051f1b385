import type { ErrorCode } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Term } from '../words/queryTerms.ts'
import type { ColumnKind, Schema } from './schema.ts'

/** A change of the schema that is told but not made before it is awaited. */
export type SchemaStep = Knex.SchemaBuilder | Knex.Raw

type Column = (table: Knex.CreateTableBuilder, name: string) => Knex.ColumnBuilder

/** An edit of a draft as the log keeps it, with the epoch it was made in. */
export type LoggedEdit = { draftId: string; epoch: number; sequence: number; content: Buffer }

/** A Yjs client id with its author. */
export type LoggedClaim = { draftId: string; clientId: number; kind: 'user' | 'assistant'; userId: string | null }

/** A value as rows written in bulk hold it. */
export type BulkValue = string | number | Date | Buffer | null

/**
 * A value as both databases mean it: an instant in milliseconds since 1970, JSON as its text, a whole number that is too large
 * for a number in digits.
 */
export type PlainValue = string | number | Buffer | null

/** Every row of a table, the values in the order of the columns. */
export type ReadRows = (table: string, columns: readonly SnapshotColumn[]) => AsyncIterable<PlainValue[]>

export type SnapshotColumn = { name: string; holds: ColumnKind }

/** Writes a batch of rows; the columns are named as in the database. */
export type Insert = (table: string, columns: readonly string[], rows: readonly (readonly BulkValue[])[]) => Promise<void>

export type Trigger = {
  name: string
  at: 'before insert' | 'after insert' | 'before update' | 'after update' | 'before delete' | 'after delete'
  table: string
  /** A condition on `old` and `new`. */
  when?: string
  run: readonly string[]
}

/** All in which the two databases differ. Nothing outside this folder asks which one it is. */
export type Dialect = {
  readonly name: 'sqlite' | 'mysql'
  /** knex settings for an address. */
  connection(url: string): Knex.Config
  /** Throws a sentence for people when the server is not one this project supports. */
  checkServer(knex: Knex): Promise<void>
  /** The schema as it is in the database, without what belongs to the migrations and the indexes themselves. */
  describe(knex: Knex): Promise<Schema>
  columns: {
    /** A UUID key or reference, compared byte by byte. */
    uuid: Column
    /** A hex digest, compared byte by byte. */
    digest: Column
    /** Short text compared byte by byte: addresses in their canonical form. */
    exact: Column
    /** What somebody is called: found by how it begins, in capitals or not. */
    name: Column
    /** The readable part of an address, compared byte by byte. */
    slug: Column
    /** A day in UTC as YYYY-MM-DD. */
    day: Column
    /** An instant in UTC with milliseconds. Set by the application; read back through `readInstant`. */
    instant: Column
    /** Text up to 16 MB. */
    longText: Column
    bytes: Column
    json: Column
    /** The table's key: a number that rises with every row, also of rows that are gone. `monthBy` may become part of the key. */
    sequence(table: Knex.CreateTableBuilder, name: string, monthBy: string): void
  }
  /** Expressions that are spelled differently. Their arguments are SQL. */
  sql: {
    /** A whole number: how often the second goes into the first. */
    quotient(one: string, other: string): string
    /** The later or larger of two, neither of them null. */
    greatest(one: string, other: string): string
    /**
     * The condition that a row comes after a place in a list whose columns both fall, as `whereRaw` takes it: each database
     * reads only one way of saying it from an index.
     */
    fallsBelow(columns: readonly [string, string], place: readonly [BulkValue, BulkValue]): [string, Knex.RawBinding[]]
    /** The same of a list whose columns both rise. */
    risesAbove(columns: readonly [string, string], place: readonly [BulkValue, BulkValue]): [string, Knex.RawBinding[]]
    /** Whether two values differ, null being equal to null. */
    differs(one: string, other: string): string
    /** An instant in milliseconds since 1970, in UTC. */
    milliseconds(instant: string): string
    /** The day of an instant, in UTC. */
    dayOf(instant: string): string
    /** The day as many days ago, in UTC. */
    daysAgo(days: number): string
    /** Whether it has only small letters, digits and single hyphens between them. */
    isSlug(column: string): string
    /** The same query, whose rows stay as they are until the transaction ends. */
    held(query: string): string
    /** A statement within a trigger that refuses what is being written, with a name for the log. */
    refuse(name: string): string
    /** Adds a row of counts, or adds to the row that is there. `select` names its columns as the table does. */
    addCounts(table: string, key: readonly string[], counts: readonly string[], select: string): string
  }
  /** The same in as few statements as the database takes at once. */
  compact(knex: Knex, steps: readonly SchemaStep[]): SchemaStep[]
  /** A trigger that runs statements for each row for which `when` holds. */
  trigger(trigger: Trigger): string
  search: {
    /** A table of the words each row of `owners` is found by, in `tokens`, with its index. */
    createTable(knex: Knex, table: string, key: string, owners: string): SchemaStep[]
    /** Leaves in a query over such a table the rows that have all of the terms, of which there is at least one. */
    matching(query: Knex.QueryBuilder, table: string, terms: readonly Term[]): void
    /** Writes very many rows into such a table while its index waits, where the database is faster so. Nothing else writes there. */
    refill(knex: Knex, table: string, work: () => Promise<void>): Promise<void>
    /**
     * Microseconds: to read that one row has a word from the index, to read and judge a row that the index found, to test one in
     * an order that is walked, and to see in that order that one has other filters.
     */
    costs: { posting: number; row: number; candidate: number; entry: number }
  }
  monthly: {
    /** Makes a table one of months, where the database knows such. */
    partition(knex: Knex, table: string, column: string): Knex.Raw[]
    /** Makes the month of `now` and those after it, `months` in all, where they are not there. Several processes may call it. */
    ensure(knex: Knex, table: string, now: Date, months: number): Promise<void>
    /** Takes away whole months of rows from before `cut`, the first instant of a month, also where the table lets no row go. */
    dropBefore(knex: Knex, table: string, column: string, cut: Date): Promise<void>
  }
  /**
   * A number that the database hands out is seen only when its row is committed, perhaps after higher ones. Whoever writes
   * holds one of the two rows of a table of gates until the transaction ends: which one changes with the clock.
   */
  gates: {
    /** The condition of a trigger before insert under which the gates are not there; it takes the gate. */
    closed(gates: string): string
    /**
     * Waits until all have ended that had a number when it was called, without keeping others waiting.
     * False where one goes on for too long.
     */
    settle(knex: Knex, gates: string): Promise<boolean>
  }
  /**
   * Queries that knex builds but does not run, which takes it longer than the database: for what every write does beside
   * itself. In the open transaction.
   */
  direct: {
    insert(knex: Knex, table: string, rows: readonly object[]): Promise<void>
    run(knex: Knex, query: Knex.QueryBuilder): Promise<void>
    select(knex: Knex, query: Knex.QueryBuilder): Promise<Record<string, unknown>[]>
  }
  /**
   * The statements that give an account its rights on the tables of this database: all rows of most, but of these only what
   * is named. @throws Error with a sentence where the database has no accounts.
   */
  grants(knex: Knex, account: string, only: Readonly<Record<string, string>>): Promise<string[]>
  bulk: {
    /**
     * Writes very many rows past knex and without looking whether what they speak of is there. A batch is there as a whole or
     * not at all; what was written before a failure stays. Two inserts may be under way at once. A database within the process
     * takes up to so many megabytes for it.
     */
    load(knex: Knex, work: (insert: Insert) => Promise<void>, megabytes?: number): Promise<void>
    /** Counts anew what the database plans its queries by. */
    analyze(knex: Knex, tables: readonly string[]): Promise<void>
  }
  /** What the database knows of itself. */
  health: {
    /** Bytes with their indexes; rows may be estimated. Takes a while where much is there. */
    sizes(knex: Knex, tables: readonly string[]): Promise<{ name: string; rows: number; bytes: number }[]>
    /** Whether it keeps what is told below, and lets its account read it; `never` where such a database keeps nothing. */
    statistics(knex: Knex): Promise<'kept' | 'off' | 'denied' | 'never'>
    /** Indexes of large tables that nothing has read for long, as table.index; none where that is not known. */
    unusedIndexes(knex: Knex): Promise<string[]>
    /** Queries that take long, without their values, in milliseconds on average; none where that is not known. */
    slowStatements(knex: Knex): Promise<{ statement: string; times: number; ms: number }[]>
  }
  snapshot: {
    /**
     * Has the database read as it is at one instant, while others go on writing. Rows come one at a time, however many there are,
     * of one table after the other.
     */
    read<T>(knex: Knex, work: (read: ReadRows) => Promise<T>): Promise<T>
  }
  /**
   * How the database would answer a query: the tables it would read from end to end, and those whose rows it would gather
   * and put in order, or count by, before it answers the first.
   */
  explain(knex: Knex, sql: string, bindings: readonly Knex.RawBinding[]): Promise<{ fullScans: string[]; sorts: string[] }>
  /** Runs `work` while no other process migrates this database; a killed process leaves nothing locked. */
  migrating(knex: Knex, work: (knex: Knex) => Promise<void>): Promise<void>
  /**
   * Writes edits and claims in one transaction that ends on the disk, or nothing. Goes past knex, which takes longer than
   * the rest of it (docs/decisions/009). Throws the database's error: a broken NOT NULL constraint when a draft is gone, has
   * another epoch, or has folded the number into its snapshot; a broken key when a number or client id is taken.
   */
  appendToLog(knex: Knex, edits: readonly LoggedEdit[], claims: readonly LoggedClaim[]): Promise<void>
  /** What a database error means to people, or null where it is a fault of the program. */
  errorCode(error: DatabaseError): ErrorCode | null
  /** Whether the same transaction may succeed when run again. */
  isTransient(error: DatabaseError): boolean
}

export type DatabaseError = Error & { code: string; sqlMessage?: string }

/** An instant as either database hands it out: a Date, or milliseconds. */
export function readInstant(value: Date | number | string): Date {
  return new Date(value)
}
