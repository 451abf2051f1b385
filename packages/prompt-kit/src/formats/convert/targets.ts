import { dollarPattern } from '../../checker/foreignSyntax.ts'
import type { Syntax } from '../types.ts'
import { jinjaCondition, jinjaOutput } from './jinjaTarget.ts'
import type { LiquidFilter, Operand } from './liquidExpression.ts'

/** What a template may be written in: another syntax, or `names`, which fills in {{ name }} and knows nothing else. */
export type TargetSyntax = Exclude<Syntax, 'liquid'> | 'names'

/** A block that what is being written stands in; `item` is what a loop calls its items. */
export type OpenBlock = { name: 'if' | 'unless' | 'for'; item: string; subject: string }

/** How a syntax writes what templates hold. Null: it has no counterpart. */
export type Target = {
  /** Plain text; `isFollowed`: a tag comes next. `tells`: whether it could be told from a tag. */
  text: (text: string, isFollowed: boolean) => { text: string; tells: boolean }
  comment: ((text: string) => string) | null
  /** What a variable prints, without its braces, and the filters that are lost. */
  output:
    | ((operand: Operand, filters: readonly LiquidFilter[], open: readonly OpenBlock[]) => [string, LiquidFilter[]] | null)
    | null
  /** What a block asks for. */
  condition: (text: string, open: readonly OpenBlock[]) => string | null
  blocks: {
    opening: (name: OpenBlock['name'], subject: string, item: string) => string
    elseIf: ((subject: string) => string) | null
    otherwise: (block: OpenBlock) => string
    closing: (block: OpenBlock, hasElse: boolean) => string
  } | null
}

const printed =
  (find: (path: string, open: readonly OpenBlock[]) => string | null): Target['output'] =>
  (operand, filters, open) => {
    const name = operand.kind === 'path' ? find(operand.text, open) : null
    return name === null ? null : [name, [...filters]]
  }
const asked =
  (find: (path: string, open: readonly OpenBlock[]) => string | null): Target['condition'] =>
  (text, open) =>
    /^[a-z][\w.]*$/.test(text) ? find(text, open) : null

const isItem = (path: string, open: readonly OpenBlock[]) => open.some(({ name, item }) => name === 'for' && item === path)

/** Within a section its value is what a dot stands for. */
function mustacheName(path: string, open: readonly OpenBlock[]): string | null {
  const section = open.findLast(({ name }) => name !== 'unless')
  if (isItem(path, open)) return section?.name === 'for' && section.item === path ? '.' : null
  return path.includes('.') ? null : path
}

const handlebarsFacts: Record<string, string> = { 'forloop.index0': '@index', 'forloop.first': '@first', 'forloop.last': '@last' }

function handlebarsName(path: string, open: readonly OpenBlock[]): string | null {
  const loops = open.filter(({ name }) => name === 'for')
  if (isItem(path, open)) return path
  if (Object.hasOwn(handlebarsFacts, path)) return loops.length > 0 ? (handlebarsFacts[path] ?? null) : null
  return path.includes('.') ? null : `${'../'.repeat(loops.length)}${path}`
}

const mustache: Target = {
  text: (text, isFollowed) => ({ text, tells: !text.includes('{{') && !(isFollowed && text.endsWith('{')) }),
  comment: (text) => (/[{}]/.test(text) ? '' : `{{!${text}}}`),
  output: printed(mustacheName),
  condition: asked((path, open) => (isItem(path, open) ? null : mustacheName(path, open))),
  blocks: {
    opening: (name, subject) => `{{${name === 'unless' ? '^' : '#'}${subject}}}`,
    elseIf: null,
    otherwise: ({ name, subject }) => `{{/${subject}}}{{${name === 'unless' ? '#' : '^'}${subject}}}`,
    closing: ({ subject }) => `{{/${subject}}}`,
  },
}

const handlebars: Target = {
  text: (text, isFollowed) => ({
    text: text.replace(/\{\{+/g, String.raw`\$&`),
    tells: !text.includes('\\{{') && !(isFollowed && /[{\\]$/.test(text)),
  }),
  comment: (text) => (text.includes('--') ? '' : `{{!--${text}--}}`),
  output: printed(handlebarsName),
  condition: asked(handlebarsName),
  blocks: {
    opening: (name, subject, item) => (name === 'for' ? `{{#each ${subject} as |${item}|}}` : `{{#${name} ${subject}}}`),
    elseIf: (subject) => `{{else if ${subject}}}`,
    otherwise: () => '{{else}}',
    closing: ({ name }) => `{{/${name === 'for' ? 'each' : name}}}`,
  },
}

const jinja: Target = {
  text: (text, isFollowed) => ({
    text: text.replace(isFollowed ? /\{[{%#]|\{$/g : /\{[{%#]/g, (mark) => `{{ "${mark}" }}`),
    tells: true,
  }),
  comment: (text) => (text.includes('#}') ? '' : `{#${text}#}`),
  output: (operand, filters) => jinjaOutput(operand, filters),
  condition: (text) => jinjaCondition(text),
  blocks: {
    opening: (name, subject, item) =>
      name === 'for' ? `{% for ${item} in ${subject} %}` : name === 'if' ? `{% if ${subject} %}` : `{% if not ${subject} %}`,
    elseIf: (subject) => `{% elif ${subject} %}`,
    otherwise: () => '{% else %}',
    closing: ({ name }) => `{% end${name === 'for' ? 'for' : 'if'} %}`,
  },
}

const plainName = printed((path) => (path.includes('.') ? null : path))
const none = { comment: null, condition: () => null, blocks: null }

export const targets: Record<TargetSyntax, Target> = {
  names: { ...none, text: mustache.text, output: plainName },
  mustache,
  handlebars,
  jinja,
  'f-string': { ...none, text: (text) => ({ text: text.replace(/[{}]/g, '$&$&'), tells: true }), output: plainName },
  dollar: { ...none, text: (text) => ({ text, tells: !dollarLike.test(text) }), output: plainName },
}
const dollarLike = new RegExp(dollarPattern, 'u')
