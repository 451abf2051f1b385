import type { ErrorCode } from '@prologue/contracts'
import type { Knex } from 'knex'

type Column = (table: Knex.CreateTableBuilder, name: string) => Knex.ColumnBuilder

/** An edit of a draft as the log keeps it, with the epoch it was made in. */
export type LoggedEdit = { draftId: string; epoch: number; sequence: number; content: Buffer }

/** A Yjs client id with its author. */
export type LoggedClaim = { draftId: string; clientId: number; kind: 'user' | 'assistant'; userId: string | null }

/** All in which the two databases differ. Nothing outside this folder asks which one it is. */
export type Dialect = {
  readonly name: 'sqlite' | 'mysql'
  /** knex settings for an address. */
  connection(url: string): Knex.Config
  /** Throws a sentence for people when the server is not one this project supports. */
  checkServer(knex: Knex): Promise<void>
  columns: {
    /** A UUID key or reference, compared byte by byte. */
    uuid: Column
    /** A hex digest, compared byte by byte. */
    digest: Column
    /** Short text compared byte by byte: addresses in their canonical form. */
    exact: Column
    /** An instant in UTC with milliseconds. Set by the application; read back through `readInstant`. */
    instant: Column
    /** Text up to 16 MB. */
    longText: Column
    bytes: Column
    json: Column
  }
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
