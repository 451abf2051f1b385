import type { SlotName, Source, Span } from '../brief/schema.ts'

export const sectionNames = [
  'role',
  'objective',
  'audience',
  'context',
  'inputs',
  'tools',
  'instructions',
  'details',
  'constraints',
  'tone',
  'language',
  'length',
  'output_format',
  'examples',
  'safety',
  'fallback',
  'success_criteria',
] as const
export type SectionName = (typeof sectionNames)[number]

/** One traced piece of a section. `slot` names where it came from, list slots with their index: "steps.2". `text` stands in the section's text as it is. */
export type Sentence = { text: string; slot: SlotName | `${SlotName}.${number}`; source: Source; span?: Span }

/** `heading` is what people see as its title; `text` is its share of the prompt, heading, markup and the gap before it included. */
export type Section = { name: SectionName; heading: string; text: string; sentences: Sentence[] }

export type Composition = { sections: Section[]; text: string; composerVersion: string }

/** How a piece is laid out; `input` and `output` alternate within examples. */
export type Row = { as: 'prose' | 'point' | 'step' | 'block' | 'input' | 'output' | 'example'; sentence: Sentence }
export type Content = { name: SectionName; rows: Row[] }
