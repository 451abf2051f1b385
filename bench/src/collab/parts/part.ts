import type { Contender } from '../contenders.ts'

type Asked = { contenders: Contender[]; rounds: number; /** Null: all. */ shape: string | null }

/** One thing to measure; answers what it found, for people. */
export type Part = (asked: Asked) => Promise<string>
