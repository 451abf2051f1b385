import type { Block, Blocks } from './blocks.ts'
import { isPath, type Code } from './pieces.ts'

/** What stands between braces: a variable, something of a loop (of a section that is yet to be known as one), or why it is neither. */
export type BraceName = { source: string; code: Code } | { section?: Block; code: Code } | { reason: string }

/** What a loop tells of itself, in the words of Liquid. */
const loopFacts: Record<string, string> = { '@index': 'index0', '@first': 'first', '@last': 'last' }

/** Tells what names mean within the blocks that are open. In Handlebars a name has no spaces, and within each it is a field of the item. */
export function braceNames(blocks: Blocks, isHandlebars: boolean): (text: string) => BraceName {
  return (text) => {
    if (Object.hasOwn(loopFacts, text)) {
      const loop = blocks.innermost('for')
      return loop === undefined
        ? { reason: 'No loop is open that this tells of.' }
        : { code: [`forloop.${loopFacts[text] ?? ''}`] }
    }
    if (text === '.' || (isHandlebars && text === 'this')) return itemOf(blocks)
    const known = blocks.meaningOf(text)
    if (known !== null) {
      if (known.what === 'unknown' || known.block.kind === 'left')
        return { reason: `What "${text}" stands for could not be converted.` }
      return { code: known.what === 'index' ? ['forloop.index0'] : [{ loop: known.block.item }] }
    }
    return variableOf(text, blocks, isHandlebars)
  }
}

function itemOf(blocks: Blocks): BraceName {
  const block = blocks.innermostContext()
  if (block === undefined) return { reason: 'No list is open whose items this could be.' }
  if (block.kind === 'left') return { reason: 'The list whose items this is could not be converted.' }
  block.usesItem = true
  return block.kind === 'section' ? { section: block, code: [{ loop: block.item }] } : { code: [{ loop: block.item }] }
}

function variableOf(text: string, blocks: Blocks, isHandlebars: boolean): BraceName {
  const [, root = '', ups = '', name = ''] = /^(@root\.)?((?:\.\.\/)*)([\s\S]*)$/.exec(text) ?? []
  const depth = blocks.count(({ isEach }) => isEach)
  const [first = ''] = name.split('.', 1)
  const literal = /^\[([^[\]]+)\]$/.exec(name)?.[1]
  const source = literal ?? name
  if (!isPath(source, !isHandlebars || literal !== undefined)) {
    const helper = isHandlebars ? /^([\p{L}_][\p{L}\p{N}_-]*)\s/u.exec(name)?.[1] : undefined
    return { reason: helper === undefined ? 'This is no name of a variable.' : `There is no helper "${helper}" here.` }
  }
  if (first === 'this' || blocks.meaningOf(first) !== null)
    return { reason: 'Items of a list are plain texts here, without fields.' }
  const isOutermost = root !== '' || ups.length / 3 === depth
  if (!isOutermost) return { reason: 'Items of a list are plain texts here, without fields.' }
  return { source, code: [{ variable: source }] }
}
