import type { Span } from '../../brief/schema.ts'
import { makeBlocks, readTwice, type Block, type Blocks } from './blocks.ts'
import { braceTags, type BraceTag } from './braceTags.ts'
import { braceNames, type BraceName } from './braceNames.ts'
import { escapeRaw } from './escapeRaw.ts'
import { code, left, tooMany, type Code, type Meaning, type Piece, type Reader, type Use } from './pieces.ts'
import { standalone } from './standalone.ts'

export const readMustache: Reader = (content, may) => readTwice((unclosed) => read(content, may, unclosed, false))
export const readHandlebars: Reader = (content, may) => readTwice((unclosed) => read(content, may, unclosed, true))

function read(content: string, may: (source: string) => boolean, unclosed: ReadonlySet<number>, isHandlebars: boolean): Blocks {
  const pieces: Piece[] = []
  const blocks = makeBlocks(pieces, unclosed)
  const nameOf = braceNames(blocks, isHandlebars)
  for (const tag of braceTags(content, isHandlebars)) {
    const inner = tag.inner.trim()
    if (tag.kind === 'tag' && /^=[\s\S]*=$/.test(inner)) {
      // From here on other marks than braces mean something.
      const rest = { start: tag.start, end: content.length }
      pieces.push({ ...rest, ...left('The text changes the marks of its tags here.') })
      break
    }
    readBraceTag({ content, tag, inner, blocks, nameOf, may })
  }
  return blocks
}

type Reading = {
  content: string
  tag: BraceTag
  inner: string
  blocks: Blocks
  nameOf: (text: string) => BraceName
  may: (source: string) => boolean
}

function readBraceTag({ content, tag, inner, blocks, nameOf, may }: Reading): void {
  const { start, end, before, after } = tag
  const alone = before === '' && after === '' ? standalone(content, tag) : null
  /** The range and the code of a tag that prints nothing. */
  const silent = (parts: Code, uses: readonly Use[] = []): [Span, Meaning] => [
    alone?.range ?? { start, end },
    code(alone?.finish(parts) ?? parts, uses),
  ]
  const tagCode = (...words: Code): Code => [`{%${before} `, ...words, ` ${after}%}`]
  const leave = (reason: string) => blocks.pieces.push({ start, end, ...left(reason) })

  if (tag.kind === 'open') leave('These braces are never closed, or hold no name.')
  else if (tag.kind === 'escaped') blocks.pieces.push({ start, end, kind: 'text', text: tag.inner })
  else if (tag.kind === 'comment') {
    const [range, meaning] = silent([`{%${before} comment %}`, escapeRaw(tag.inner, true), `{% endcomment ${after}%}`])
    blocks.pieces.push({ ...range, ...meaning })
  } else if (inner.startsWith('#') || /^\^\s*\S/.test(inner)) open()
  else if (inner.startsWith('/')) close(inner.slice(1).trim())
  else if (inner === '^' || /^else\b/.test(inner)) otherwise(inner === '^' ? '' : inner.slice(4).trim())
  else if (inner.startsWith('>')) leave('This puts another text in, which is not at hand.')
  else print(inner.replace(/^&\s*/, ''))

  function open(): void {
    const [, mark = '', word = '', rest = ''] = /^([#^])\s*([^\s]*)\s*([\s\S]*)$/.exec(inner) ?? []
    const helper = mark === '#' && /^(?:if|unless|each|with)$/.test(word) && rest !== '' ? word : null
    const [, subject = '', itemName, indexName] =
      /^([\s\S]*?)(?:\s+as\s+\|\s*(\w+)(?:\s+(\w+))?\s*\|)?$/.exec(helper === null ? inner.slice(1).trim() : rest.trim()) ?? []
    const key = helper ?? (subject === '' ? word : subject)
    const kind = helper === 'each' ? 'for' : helper === 'if' ? 'if' : helper === 'unless' || mark === '^' ? 'unless' : 'section'
    const names: [string, 'item' | 'index' | 'unknown'][] = []
    if (itemName !== undefined) names.push([itemName, helper === 'each' ? 'item' : 'unknown'])
    if (indexName !== undefined) names.push([indexName, helper === 'each' ? 'index' : 'unknown'])
    const name = nameOf(subject)
    const block: Pick<Block, 'key' | 'kind'> & Partial<Block> = {
      key,
      kind,
      names: new Map(names),
      isEach: helper === 'each' || helper === 'with',
    }
    const range = { start, end }
    if (helper === 'with') return blocks.open(range, left('There are no objects here, whose fields it could speak of.'), block)
    if ('reason' in name) return blocks.open(range, left(name.reason), block)
    if (!('source' in name) && kind !== 'if' && kind !== 'unless')
      return blocks.open(range, left('Items of a list are plain texts here.'), block)
    if ('source' in name && !may(name.source)) return blocks.open(range, left(tooMany), block)
    block.item = itemName ?? ('source' in name ? singular(name.source) : 'item')
    const uses: Use[] = 'source' in name ? [{ source: name.source, way: kind === 'for' ? 'listed' : 'tested' }] : []
    const parts =
      kind === 'for'
        ? tagCode('for ', { loop: block.item }, ' in ', ...name.code)
        : tagCode(`${kind === 'unless' ? 'unless' : 'if'} `, ...name.code)
    const [place, meaning] = silent(parts, uses)
    blocks.open(place, meaning, block)
    return undefined
  }

  function close(key: string): void {
    const names = { if: 'endif', unless: 'endunless', for: 'endfor', section: 'endif', left: '' }
    const match = blocks.keyed(key)
    if (match === undefined || match.kind === 'left') return blocks.close({ start, end }, key, () => left(match?.reason ?? ''))
    // A section that speaks of its items goes through them.
    const isLoop = match.kind === 'section' && match.usesItem
    const [opener] = match.waiting
    if (isLoop && opener?.meaning.kind === 'code') {
      const [first = '', , ...subject] = opener.meaning.code
      const loop = [first, 'for ', { loop: match.item }, ' in ', ...subject]
      opener.meaning = code(
        loop,
        opener.meaning.uses.map(({ source }) => ({ source, way: 'listed' })),
      )
    }
    const [place, meaning] = silent(tagCode(isLoop ? 'endfor' : names[match.kind]))
    return blocks.close(place, key, () => meaning)
  }

  function otherwise(condition: string): void {
    const block = blocks.top()
    if (block === undefined)
      return condition === '' && inner === 'else' ? print('else') : void leave('Nothing is open that this belongs to.')
    if (block.kind === 'left') return blocks.join(block, { start, end }, left(block.reason))
    if (block.hasElse) return void leave('Nothing is open that this belongs to.')
    if (condition === '') {
      block.hasElse = true
      return blocks.join(block, ...silent(tagCode('else')))
    }
    const name = nameOf(/^if\s/.test(condition) ? condition.slice(2).trim() : '')
    const isAsking = block.kind === 'if' || block.kind === 'unless'
    const reason = 'reason' in name ? name.reason : 'source' in name && !may(name.source) ? tooMany : null
    if (!isAsking) return void leave('This is more than an else.')
    if (reason !== null || 'reason' in name) return blocks.giveUp(block, { start, end }, reason ?? '')
    const uses: Use[] = 'source' in name ? [{ source: name.source, way: 'tested' }] : []
    return blocks.join(block, ...silent(tagCode('elsif ', ...name.code), uses))
  }

  function print(text: string): void {
    const name = nameOf(text)
    if ('reason' in name) return void leave(name.reason)
    if ('source' in name && !may(name.source)) return void leave(tooMany)
    const space = /^\s/.test(tag.inner) || before !== '' ? ' ' : ''
    const endSpace = /\s$/.test(tag.inner) || after !== '' ? ' ' : ''
    const uses: Use[] = 'source' in name ? [{ source: name.source, way: 'printed' }] : []
    const meaning = code([`{{${before}${space}`, ...name.code, `${endSpace}${after}}}`], uses)
    if ('section' in name && name.section !== undefined) blocks.join(name.section, { start, end }, meaning)
    else blocks.pieces.push({ start, end, ...meaning })
    return undefined
  }
}

/** What one of them is called: "users" → "user". */
function singular(source: string): string {
  const name = source.split('.').at(-1) ?? source
  const one = name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
  return one === name ? `${name} item` : one
}
