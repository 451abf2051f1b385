import type { Finding } from '@prologue/prompt-kit'
import { createMemo, untrack, type Accessor } from 'solid-js'
import type { Reader } from '../reading/createReader.ts'
import { createReading } from '../reading/createReading.ts'
import type { ReadingInput } from '../reading/readTemplate.ts'
import type { FindingMark } from './findingMarks.ts'

/** More are not underlined at once: nobody could tell them apart. */
const mostMarks = 500

/** What the checker finds while somebody writes. `now` is the text as it is at this moment, which `input` may follow a little later. */
export function createFindings(reader: Pick<Reader, 'read'>, input: Accessor<ReadingInput>, now: () => string) {
  const live = createReading(reader, input)
  const { reading } = live
  const marks = createMemo<readonly FindingMark[]>((before) => {
    const read = reading()
    // What was found in another text is found again in a moment; until then the marks move with what is typed.
    return read && read.text === untrack(now) ? read.findings.slice(0, mostMarks).map(markOf) : before
  }, [])

  /** The same finding in the text as it is now, which may have changed since it was found; undefined where it is gone. */
  const findAgain = async (found: Finding): Promise<Finding | undefined> => {
    if (reading()?.text === now()) return found
    const { findings } = await reader.read({ ...input(), text: now() })
    const distance = (other: Finding) => Math.abs(other.range.start - found.range.start)
    return findings
      .filter(({ rule, message }) => rule === found.rule && message === found.message)
      .toSorted((one, other) => distance(one) - distance(other))[0]
  }
  return { ...live, marks, findAgain }
}

function markOf({ range, severity, message, why }: Finding): FindingMark {
  return { from: range.start, to: range.end, severity, words: message, why }
}
