import type { Family } from '../brief/schema.ts'
import { capitalised } from '../composer/grammar.ts'
import { styles } from '../composer/styles.ts'
import { baseName, isSectionName } from './sectionNameOf.ts'

/** A name as a tag has it: small letters and underscores. */
function asTag(name: string): string {
  const bare = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_\d]+|_+$/g, '')
    .slice(0, 60)
  return bare === '' ? 'section' : bare
}

/** A name as a heading has it: words on one line. */
function asHeading(name: string): string {
  const bare = name.replace(/[\s#]+/g, ' ').trim()
  if (bare === '') return 'Section'
  return /^[a-z][a-z0-9_]*$/.test(bare) ? capitalised(bare.replaceAll('_', ' ').trim()) : bare
}

/** A section's body under its heading or in its tags, as a family lays it out. Names of people's own become headings and tags, too. */
export function wrapSection(family: Family, name: string, body: string): string {
  const base = baseName(name)
  if (isSectionName(base)) return styles[family].wrap(base, body)
  if (family === 'claude') return `<${asTag(base)}>\n${body}\n</${asTag(base)}>`
  return `${family === 'gpt' ? '#' : '##'} ${asHeading(base)}${family === 'gemini' ? '\n' : '\n\n'}${body}`
}

/** The same with a heading in the one case where the composer writes none: an objective without a role in front of it. */
export function wrapWithHeading(family: Family, name: string, body: string): string {
  return family === 'plain' && baseName(name) === 'role'
    ? `## Role\n\n${body}`
    : family === 'plain' && baseName(name) === 'objective'
      ? `## Objective\n\n${body}`
      : wrapSection(family, name, body)
}
