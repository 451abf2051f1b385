import * as fc from 'fast-check'
import { parseBrief } from '../../brief/parseBrief.ts'
import { archetypes, families } from '../../brief/schema.ts'
import { compose } from '../../composer/compose.ts'
import { goldenBriefs } from '../../composer/goldenBriefs.ts'
import { readSections } from '../readSections.ts'

/** For tests: what they ask of a text, and texts of all sorts. */
export const names = (text: string) => readSections(text).map(({ name }) => name)
export const bodies = (text: string) =>
  new Map(readSections(text).map(({ name, bodyFrom, bodyTo }) => [name, text.slice(bodyFrom, bodyTo)]))

const piece = fc.constantFrom(
  'You are a bot.',
  'Do it.',
  '\n',
  '\n\n',
  '  ',
  '# Role\n',
  '## Tone\n',
  '# Prices\n\n',
  '### Deep\n',
  '<tone>\n',
  '</tone>',
  '<prices>x</prices>\n',
  '</role>\n',
  '<role>',
  '```\n',
  '- one',
  '\r\n',
  '1. a',
  'é👩‍👩‍👧',
)
export const anyText = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
export const anyComposed = fc.constantFrom(
  ...archetypes.flatMap((archetype) => families.map((family) => compose(parseBrief(goldenBriefs[archetype]), { family }).text)),
)
