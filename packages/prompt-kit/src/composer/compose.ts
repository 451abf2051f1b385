import { speaksInFirstPerson } from '../brief/read/person.ts'
import type { Brief, Family } from '../brief/schema.ts'
import { contentOf } from './content.ts'
import { headings, layOut, styles } from './styles.ts'
import type { Composition, Section } from './types.ts'

/** Changes whenever the same brief would give other bytes. */
export const composerVersion = '1'

export type ComposeOptions = { family?: Family }

/**
 * Composes section by section, for streaming: the texts of the sections, joined without anything between them, are the whole prompt.
 * The family is the option's, else the brief's, else `plain`.
 */
export function* composeSections(brief: Brief, { family }: ComposeOptions = {}): Generator<Section, void, undefined> {
  const style = styles[family ?? brief.family?.value ?? 'plain']
  const contents = contentOf(brief, speaksInFirstPerson)
  let gap = ''
  for (const name of style.order) {
    const content = contents.find((each) => each.name === name)
    if (content === undefined) continue
    const { text, sentences } = layOut(content, style)
    yield { name, heading: headings[name], text: gap + style.wrap(name, text), sentences }
    gap = '\n\n'
  }
}

/** The whole prompt. The same brief, family and `composerVersion` give the same bytes; an empty brief gives a small general prompt. */
export function compose(brief: Brief, options: ComposeOptions = {}): Composition {
  const sections = [...composeSections(brief, options)]
  return { sections, text: sections.map(({ text }) => text).join(''), composerVersion }
}
