import { lineAt } from '../document/lines.ts'
import type { PromptText } from '../document/readText.ts'
import { sources } from '../sources.ts'
import type { Fix, Rule } from '../types.ts'
import { pairTags, xmlTags, type XmlTag } from '../xmlTags.ts'

export const xmlUnbalanced: Rule = {
  name: 'xml-unbalanced',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Where a block ends is left to the model to guess.',
  source: sources.claude,
  find(text) {
    const tags = xmlTags(text.structure)
    const { unpaired } = pairTags(tags)
    // A tag within prose is mentioned, not used; one in angle brackets that nothing ever closes is a placeholder.
    const closed = new Set(tags.filter(({ isClosing }) => isClosing).map(({ name }) => name))
    const hasPairs = tags.length > unpaired.length
    const blocks = tags.filter(({ isBlock }) => isBlock)
    return unpaired
      .filter(({ isBlock, isClosing, name }) => isBlock && (isClosing || hasPairs || closed.has(name)))
      .map((tag) => ({
        range: { start: tag.start, end: tag.end },
        message: tag.isClosing ? `Nothing is open that </${tag.name}> closes.` : `<${tag.name}> is not closed.`,
        // A first pair would make tags of what were placeholders before.
        fix: tag.isClosing ? removeLine(text, tag) : hasPairs ? close(text, tag, blocks) : undefined,
      }))
  },
}

function removeLine({ text, lines }: PromptText, { start, name }: XmlTag): Fix | undefined {
  // What it ends as a word might be an example all the same.
  if (/^examples?$/.test(name)) return undefined
  const line = lineAt(lines, start)
  const next = text.indexOf('\n', line.end)
  const [from, to] = next === -1 ? [Math.max(0, line.start - 1), text.length] : [line.start, next + 1]
  return { title: `Remove </${name}>`, edits: [{ index: from, remove: to - from, insert: '' }] }
}

/** Before the next block, where something stands between the two; else after the blocks that it holds, at the end of the text. */
function close({ text, structure, lines, fences }: PromptText, tag: XmlTag, blocks: readonly XmlTag[]): Fix | undefined {
  const title = `Close it with </${tag.name}>`
  const next = blocks[firstAfter(blocks, tag.end)]
  if (next !== undefined && structure.slice(tag.end, next.start).trim() !== '') {
    const { start } = lineAt(lines, next.start)
    return { title, edits: [{ index: start, remove: 0, insert: `</${tag.name}>\n` }] }
  }
  // Within code that is open to the end it would be code.
  if (fences.some(({ isClosed }) => !isClosed)) return undefined
  return { title, edits: [{ index: text.length, remove: 0, insert: `${text.endsWith('\n') ? '' : '\n'}</${tag.name}>` }] }
}

function firstAfter(blocks: readonly XmlTag[], place: number): number {
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.start ?? Infinity) < place) low = middle + 1
    else high = middle
  }
  return low
}
