import type { Archetype } from '../brief/schema.ts'

/** The slots that are asked about, the most telling first. `task` is what it works on; `dont` stands for all rules. */
export const interviewSlots = [
  'task',
  'inputs',
  'output',
  'dont',
  'length',
  'examples',
  'fallback',
  'tools',
  'tone',
  'audience',
] as const
export type InterviewSlot = (typeof interviewSlots)[number]

type Weights = Readonly<Record<InterviewSlot, number>>

/** How much an answer is worth to a prompt of any kind, from 0 to 1. They fall in the order of the slots. */
const usual: Weights = {
  task: 1,
  inputs: 0.9,
  output: 0.85,
  dont: 0.8,
  length: 0.7,
  examples: 0.6,
  fallback: 0.5,
  tools: 0.45,
  tone: 0.4,
  audience: 0.35,
}

/** What is worth more or less to a kind of work. */
const byArchetype: Record<Archetype, Partial<Weights>> = {
  support: { inputs: 0.4, output: 0.35, dont: 0.9, length: 0.7, examples: 0.3, fallback: 0.85, tone: 0.75, tools: 0.5 },
  extract: { inputs: 0.9, output: 0.95, length: 0.1, fallback: 0.75, tools: 0.1, tone: 0.05, audience: 0.05 },
  classify: { output: 0.9, length: 0.1, examples: 0.85, fallback: 0.75, tools: 0.1, tone: 0.05, audience: 0.1 },
  summarise: { output: 0.8, length: 0.9, audience: 0.75, examples: 0.3, tools: 0.1 },
  write: { inputs: 0.6, output: 0.45, length: 0.85, tone: 0.8, audience: 0.9, fallback: 0.3, tools: 0.1 },
  rewrite: { inputs: 0.6, output: 0.4, tone: 0.75, audience: 0.6, length: 0.45, fallback: 0.3, tools: 0.1 },
  code: { inputs: 0.85, output: 0.7, length: 0.2, tools: 0.6, tone: 0.1, audience: 0.15, examples: 0.4 },
  tutor: { inputs: 0.35, output: 0.3, audience: 0.95, tone: 0.75, tools: 0.1, examples: 0.3 },
  analyse: { output: 0.85, length: 0.6, examples: 0.3, fallback: 0.65, tone: 0.15, audience: 0.55 },
  plan: { output: 0.8, length: 0.3, examples: 0.2, tone: 0.15, tools: 0.3 },
  roleplay: { inputs: 0.2, output: 0.2, length: 0.7, tone: 0.85, examples: 0.4, fallback: 0.3, tools: 0.05, audience: 0.3 },
  agent: { tools: 0.95, fallback: 0.85, dont: 0.85, output: 0.6, length: 0.2, examples: 0.2, tone: 0.1, audience: 0.2 },
}

export const weightOf = (archetype: Archetype, slot: InterviewSlot): number => byArchetype[archetype][slot] ?? usual[slot]

/** Findings of the checker that an answer would settle. */
export const slotOfRule: ReadonlyMap<string, InterviewSlot> = new Map([
  ['no-role-objective', 'task'],
  ['no-output-format', 'output'],
  ['format-incomplete', 'output'],
  ['verdict-first', 'output'],
  ['no-fallback', 'fallback'],
  ['negative-only', 'dont'],
  ['broad-negative', 'dont'],
  ['example-format', 'examples'],
  ['example-skew', 'examples'],
  ['forced-tool', 'tools'],
  ['var-undelimited', 'inputs'],
  ['var-user-in-system', 'inputs'],
])
