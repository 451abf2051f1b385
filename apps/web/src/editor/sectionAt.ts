import { readLine } from '../ui/promptLines.ts'

/** A heading further above than this, in characters, is not looked for. */
const farthest = 60_000
const tagName = /^\s*<(\/?)([A-Za-z][\w.-]*)/u

/** The heading or the open tag under which a place of a prompt stands, as words; null where there is none. */
export function sectionAt(content: string, index: number): string | null {
  const closed: string[] = []
  const above = content.slice(Math.max(0, index - farthest), lineEnd(content, index))
  for (let end = above.length; end >= 0;) {
    const start = above.lastIndexOf('\n', end - 1) + 1
    const line = above.slice(start, end)
    const { kind } = readLine(line)
    if (kind === 'heading') return line.replace(/^#+\s+/u, '').trim()
    const [, slash, name = ''] = kind === 'tag' ? (tagName.exec(line) ?? []) : []
    if (slash) closed.push(name)
    else if (name !== '' && closed.pop() === undefined) return name
    if (start === 0) return null
    end = start - 1
  }
  return null
}

function lineEnd(content: string, index: number): number {
  const end = content.indexOf('\n', index)
  return end < 0 ? content.length : end
}
