import type { Actor } from '../context.ts'

/** Whether the actor may; a sentence where they may not and it is something else than who they are. */
export type Verdict = boolean | string

/** A pure rule over rows that are loaded; `Row` is empty where it is about the server as a whole. */
export type Rule<Row extends [row?: unknown] = []> = (actor: Actor, ...row: Row) => Verdict
