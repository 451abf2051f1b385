import { untitled } from '../conversations/index.ts'

/** What the first line calls the assistant: to its first break, or as many whole words as a list shows. */
export function titleFrom(input: string): string {
  const line =
    input
      .trim()
      .split('\n', 1)[0]
      ?.trim()
      .replace(/[.!?]$/, '') ?? ''
  if (line === '') return untitled
  if (line.length <= 60) return line
  const [beginning] = /^.{15,60}?(?=[.,;:!?]\s|\s(?:that|which|who)\s)/u.exec(line) ?? []
  return (
    beginning ??
    `${line
      .slice(0, 60)
      .replace(/\s+\S*$/, '')
      .toWellFormed()}…`
  )
}
