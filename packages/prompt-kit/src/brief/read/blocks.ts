import type { Span } from '../schema.ts'

/**
 * What the layout of a text says, before any word is understood. `heading` has its markup removed, `level` 1–6 for marked ones and 7 for a
 * short line that ends in a colon. An `item` holds its continuation and whatever is nested in it. `code` is a fence with all it holds.
 */
export type Block = {
  kind: 'heading' | 'item' | 'line' | 'code' | 'table'
  text: string
  span: Span
  level: number
  afterGap: boolean
}

type Line = { text: string; start: number; end: number }

const fence = /^\s{0,3}(`{3,}|~{3,})/
const bullet = /^(\s*)(?:[-*•–—+▪◦‣]|\(?\d{1,3}[.)]|[a-zA-Z][.)])\s+(?=\S)/
const markedHeading = /^\s{0,3}(#{1,6})\s+(\S.*)$/
const boldHeading = /^\s*(?:\*\*|__)([^*_\n]{1,100})(?:\*\*|__)\s*:?\s*$/
const rule = /^\s*(?:[-=_*~═─━—]\s*){3,}$/

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    lines.push({ text: text.slice(start, end).replace(/\r$/, ''), start, end })
    start = end + 1
  }
  return lines
}

const indentOf = (line: string) => line.length - line.trimStart().length

/** A short line that ends in a colon, so that what follows belongs to it. */
function isLead(line: string): boolean {
  const text = line.trim()
  return text.length <= 90 && /[:：]\**$/.test(text) && !/[.!?。！？]\s/.test(text)
}

function headingOf(line: string): { text: string; level: number } | null {
  if (line.length > 200) return null
  const marked = markedHeading.exec(line)
  if (marked?.[1] !== undefined && marked[2] !== undefined)
    return { text: marked[2].replace(/\s+#+\s*$/, ''), level: marked[1].length }
  const bold = boldHeading.exec(line)
  if (bold?.[1] !== undefined) return { text: bold[1], level: 7 }
  if (!bullet.test(line) && isLead(line)) return { text: line.trim(), level: 7 }
  return null
}

/** Reads a text's layout line by line, in linear time. Every character but line breaks and rules stands in some block's span. */
export function readBlocks(text: string): Block[] {
  const lines = linesOf(text)
  const blocks: Block[] = []
  let gap = true
  let open: { block: Block; indent: number } | null = null
  const add = (kind: Block['kind'], first: Line, last: Line, content: string, level = 0): Block => {
    const block = { kind, text: content, span: { start: first.start, end: last.end }, level, afterGap: gap }
    blocks.push(block)
    gap = false
    return block
  }
  const from = frontMatterEnd(lines)
  const [first, last] = [lines[0], lines[from - 1]]
  if (from > 0 && first !== undefined && last !== undefined) add('code', first, last, text.slice(first.start, last.end))
  for (let index = from; index < lines.length; index++) {
    const line = lines[index]
    if (line === undefined) break
    if (line.text.trim() === '') {
      gap = true
      continue
    }
    const indent = indentOf(line.text)
    const opening = fence.exec(line.text)
    if (
      open !== null &&
      indent > open.indent &&
      (!gap || bullet.test(line.text) || opening !== null || indent > open.indent + 1)
    ) {
      extend(open.block, line, text)
      if (opening?.[1] !== undefined) {
        index = closingFence(lines, index, opening[1])
        extend(open.block, lines[index] ?? line, text)
      }
      gap = false
      continue
    }
    if (opening?.[1] !== undefined) {
      const closing = closingFence(lines, index, opening[1])
      const last = lines[closing] ?? line
      add('code', line, last, text.slice(line.start, last.end))
      index = closing
      open = null
      continue
    }
    if (rule.test(line.text)) {
      gap = true
      open = null
      continue
    }
    const heading = headingOf(line.text)
    if (heading !== null) {
      add('heading', line, line, heading.text, heading.level)
      open = null
      continue
    }
    const item = bullet.exec(line.text)
    if (item !== null) {
      const block = add('item', line, line, line.text.slice(item[0].length))
      block.span = { start: line.start + item[0].length, end: line.end }
      open = { block, indent }
      continue
    }
    const previous = blocks.at(-1)
    if (/^\s*\|.*\|\s*$/.test(line.text)) {
      if (previous?.kind === 'table' && !gap) extend(previous, line, text)
      else add('table', line, line, line.text)
      open = null
      continue
    }
    const wraps = /^\s*[\p{Ll}(,]/u.test(line.text) && previous !== undefined && !gap
    if (wraps && (previous.kind === 'item' || (previous.kind === 'line' && !/[.!?:。！？]/.test(previous.text.slice(-1))))) {
      extend(previous, line, text)
      continue
    }
    const next = lines.slice(index + 1, index + 3).find((each) => each.text.trim() !== '')
    const leads = next !== undefined && bullet.test(next.text)
    const bare = leads && lines[index + 1] === next && line.text.trim().length <= 60 && /[\p{L}\p{N})*]\s*$/u.test(line.text)
    // "Do this. You will:" before a list: the last sentence leads it.
    const tail = leads && line.text.length <= 2000 ? /[.!?]\s+([^.!?]{2,90}[:：])\s*$/.exec(line.text) : null
    if (bare && gap) add('heading', line, line, line.text.trim(), 7)
    else if (tail?.[1] !== undefined) {
      const cut = line.start + line.text.lastIndexOf(tail[1])
      add('line', line, { ...line, end: cut }, text.slice(line.start, cut).trim())
      add('heading', { ...line, start: cut }, line, tail[1], 7)
    } else add('line', line, line, line.text.trim())
    open = null
  }
  return blocks
}

function extend(block: Block, line: Line, text: string): void {
  block.span = { start: block.span.start, end: line.end }
  block.text = text.slice(block.span.start, block.span.end).trimEnd()
}

/** The line that closes the fence, or the last line where nothing does. */
function closingFence(lines: readonly Line[], from: number, mark: string): number {
  for (let index = from + 1; index < lines.length; index++) {
    const text = lines[index]?.text.trim() ?? ''
    if (text.startsWith(mark) && text.replaceAll(mark[0] ?? '`', '') === '') return index
  }
  return lines.length - 1
}

/** The line after front matter, 0 where there is none. */
function frontMatterEnd(lines: readonly Line[]): number {
  if (lines[0]?.text.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > 0 && line.text.trim() === '---')
  return end > 1 && /^[\w-]+:/.test(lines[1]?.text ?? '') ? end + 1 : 0
}
