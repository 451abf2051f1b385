import type { Span } from '../../brief/schema.ts'
import { makeBlocks, readTwice, type Block, type Blocks } from './blocks.ts'
import { escapeRaw } from './escapeRaw.ts'
import { readCondition, readOutput, type Scope } from './jinjaExpression.ts'
import { jinjaTags, type JinjaTag } from './jinjaTokens.ts'
import { code, left, tooMany, type Meaning, type Piece, type Reader, type Use } from './pieces.ts'

/** What a loop tells of itself, in the words of Liquid. */
const loopFacts: Record<string, string> = {
  index: 'index',
  index0: 'index0',
  revindex: 'rindex',
  revindex0: 'rindex0',
  first: 'first',
  last: 'last',
  length: 'length',
}

/** Tags that have an end of their own name. */
const blockTags = /^(?:if|for|block|macro|call|filter|autoescape|trans|with|switch|asyncEach|asyncAll|generation)$/

/** Jinja and what is like it, as Nunjucks. */
export const readJinja: Reader = (content, may) => readTwice((unclosed) => read(content, may, unclosed))

function read(content: string, may: (source: string) => boolean, unclosed: ReadonlySet<number>): Blocks {
  const pieces: Piece[] = []
  const blocks = makeBlocks(pieces, unclosed)
  const scope = scopeOf(blocks)
  const isAllowed = (uses: readonly Use[]) => uses.every(({ source }) => may(source))
  const put = (range: Span, meaning: Meaning) => pieces.push({ ...range, ...meaning })

  /** The end of raw text that begins here. */
  const rawEnd = /\{%[-+]?\s{0,20}endraw\s{0,20}[-+]?%\}/g
  let rawUntil = 0
  let hasRawEnd = true
  for (const tag of jinjaTags(content)) {
    const { start, end, kind, inner } = tag
    if (start < rawUntil) continue
    const range = { start, end }
    if (kind === 'open') put(range, left('This is never closed.'))
    else if (kind === 'comment')
      put(range, code([`{%${tag.before} comment %}${escapeRaw(inner, true)}{% endcomment ${tag.after}%}`]))
    else if (kind === 'output') put(range, outputOf(tag, scope, isAllowed))
    else if (/^\s*raw\s*$/.test(inner)) {
      rawEnd.lastIndex = end
      const closing: RegExpExecArray | null = hasRawEnd ? rawEnd.exec(content) : null
      hasRawEnd = closing !== null
      if (closing === null) put(range, left('This is never closed.'))
      else {
        rawUntil = closing.index + closing[0].length
        put({ start, end: rawUntil }, { kind: 'text', text: content.slice(end, closing.index) })
      }
    } else readTag(tag, blocks, scope, isAllowed, put)
  }
  return blocks
}

function scopeOf(blocks: Blocks): Scope {
  return ([root = '', ...rest]) => {
    if (root === 'loop' && blocks.innermost('for') !== undefined) {
      const fact = rest.length === 1 && Object.hasOwn(loopFacts, rest[0] ?? '') ? loopFacts[rest[0] ?? ''] : undefined
      return fact === undefined ? 'Liquid does not know this of a loop.' : { code: [`forloop.${fact}`] }
    }
    const known = blocks.meaningOf(root)
    if (known === null) return null
    if (known.what === 'unknown' || known.block.kind === 'left') return `What "${root}" stands for could not be converted.`
    return rest.length > 0 ? 'Items of a list are plain texts here, without fields.' : { code: [{ loop: known.block.item }] }
  }
}

function outputOf({ inner, before, after }: JinjaTag, scope: Scope, isAllowed: (uses: readonly Use[]) => boolean): Meaning {
  const read = readOutput(inner, scope)
  if (typeof read === 'string') return left(read)
  if (read.literal !== null && before === '' && after === '') return { kind: 'text', text: read.literal }
  if (!isAllowed(read.uses)) return left(tooMany)
  const space = /^\s/.test(inner) || before !== '' ? ' ' : ''
  const endSpace = /\s$/.test(inner) || after !== '' ? ' ' : ''
  return code([`{{${before}${space}`, ...read.code, `${endSpace}${after}}}`], read.uses)
}

function readTag(
  { start, end, inner, before, after }: JinjaTag,
  blocks: Blocks,
  scope: Scope,
  isAllowed: (uses: readonly Use[]) => boolean,
  put: (range: Span, meaning: Meaning) => void,
): void {
  const range = { start, end }
  const [, name = '', rest = ''] = /^\s*([a-zA-Z]*)([\s\S]*)$/.exec(inner) ?? []
  const tag = (words: string) => code([`{%${before} ${words} ${after}%}`])
  const asking = (word: string): Meaning => {
    const read = readCondition(rest, scope)
    if (typeof read === 'string') return left(read)
    if (!isAllowed(read.uses)) return left(tooMany)
    return code([`{%${before} ${word} `, ...read.code, ` ${after}%}`], read.uses)
  }
  const block = blocks.top()
  if (name === 'if') blocks.open(range, asking('if'), { key: 'if', kind: 'if' })
  else if (name === 'for') openLoop(range, rest, { before, after }, blocks, isAllowed)
  else if ((name === 'elif' || name === 'elseif') && block?.key === 'if') joinElse(asking('elsif'), false)
  else if (name === 'else' && block !== undefined && /^\s*$/.test(rest)) joinElse(tag('else'), true)
  else if (name.startsWith('end') && name.length > 3)
    blocks.close(range, name.slice(3), ({ kind }) => tag(kind === 'for' ? 'endfor' : 'endif'))
  else {
    const meaning = left(`There is no tag "${name}" here.`)
    const isBlock = blockTags.test(name) || (name === 'set' && !rest.includes('='))
    if (isBlock) blocks.open(range, meaning, { key: name, kind: 'left' })
    else put(range, meaning)
  }

  /** An else with a meaning that cannot be converted makes the whole block left. */
  function joinElse(meaning: Meaning, isLast: boolean): void {
    if (block === undefined) return
    if (block.hasElse) put(range, left('Nothing is open that this belongs to.'))
    else if (meaning.kind === 'left') blocks.giveUp(block, range, meaning.reason)
    else blocks.join(block, range, meaning)
    block.hasElse ||= isLast
  }
}

function openLoop(
  range: Span,
  rest: string,
  { before, after }: Pick<JinjaTag, 'before' | 'after'>,
  blocks: Blocks,
  isAllowed: (uses: readonly Use[]) => boolean,
): void {
  const [, heads = '', source = ''] = /^\s+([\s\S]{1,200}?)\s+in\s+([\s\S]*?)\s*$/.exec(rest) ?? []
  const names = heads.split(',').map((name) => name.trim())
  const [item = ''] = names
  const isPlain = names.length === 1 && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(item) && /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(source)
  const [root = ''] = source.split('.', 1)
  const isVariable = isPlain && blocks.meaningOf(root) === null && !source.endsWith('.') && !source.includes('..')
  const uses: Use[] = [{ source, way: 'listed' }]
  const meaning = !isVariable
    ? left('Only a plain list can be gone through here.')
    : isAllowed(uses)
      ? code([`{%${before} for `, { loop: item }, ' in ', { variable: source }, ` ${after}%}`], uses)
      : left(tooMany)
  const made: Block['names'] = new Map(names.map((name) => [name, isVariable ? 'item' : 'unknown']))
  blocks.open(range, meaning, { key: 'for', kind: 'for', item, names: made })
}
