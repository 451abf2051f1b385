import { mustacheSyntax } from '../json/syntax.ts'
import type { PortableTemplate, ReadItem } from '../types.ts'
import type { KeptVersion } from './kept.ts'
import type { readPrompt, ReadPrompt, Refused } from './readPrompt.ts'

/** Characters of texts that wait for further versions of their names. */
const mostWaiting = 5_000_000

const tooFar = 'Other versions of this name stand too far before it in this large file: put them beside each other.'

/** All that a file has of one name. */
type Group = { name: string; line: number; prompts: ReadPrompt[]; refused: Refused[] }

/**
 * Puts the versions of each name together into one template, wherever in the file they stand. In a file too large for that, those that
 * stand beside each other.
 */
export async function* groupVersions(
  prompts: AsyncIterable<ReturnType<typeof readPrompt>>,
  most = mostWaiting,
): AsyncGenerator<ReadItem> {
  const groups = new Map<string, Group>()
  /** Names that were answered already. */
  const answered = new Set<string>()
  let waiting = 0
  for await (const read of prompts) {
    const { name, line } = read.ok ? read.prompt : read
    if (name === null || answered.has(name)) {
      const reason = read.ok || name !== null ? tooFar : read.reason
      yield { ok: false, place: { line, name }, reason }
      continue
    }
    const group = groups.get(name) ?? { name, line, prompts: [], refused: [] }
    groups.set(name, group)
    if (read.ok) group.prompts.push(read.prompt)
    else group.refused.push(read)
    waiting += read.ok ? read.prompt.version.content.length + 1000 : 1000
    if (waiting <= most) continue
    for (const other of groups.values()) {
      if (other === group) continue
      groups.delete(other.name)
      answered.add(other.name)
      yield itemOf(other)
    }
    waiting = 1000 + group.prompts.reduce((sum, { version }) => sum + version.content.length + 1000, 0)
  }
  for (const group of groups.values()) yield itemOf(group)
}

function itemOf(group: Group): ReadItem {
  const place = { line: group.line, name: group.name }
  const template = templateOf(group)
  if (typeof template === 'string') return { ok: false, place, reason: template }
  const notes = [...new Set(group.prompts.flatMap(({ notes }) => notes))]
  const syntax = group.prompts.some(({ version }) => mustacheSyntax(version.content) !== null) ? 'mustache' : null
  return { ok: true, place, template, syntax, notes }
}

/** The template, or why its versions make none. */
function templateOf({ name, prompts, refused: [refused] }: Group): PortableTemplate | string {
  if (refused !== undefined)
    return prompts.length === 0 ? refused.reason : `One of its versions, on line ${refused.line}: ${refused.reason}`
  const isNumbered = prompts.some(({ number }) => number !== null)
  const unnumbered = prompts.find(({ number }) => number === null)
  if (isNumbered && unnumbered !== undefined)
    return `The field "version" is missing on line ${unnumbered.line}, while other versions of this name have one.`
  const numbered = prompts
    .map((prompt, index) => ({ ...prompt, number: prompt.number ?? index + 1 }))
    .toSorted((one, other) => one.number - other.number)
  const twice = numbered.find(({ number }, index) => numbered[index - 1]?.number === number)
  if (twice !== undefined) return `Version ${twice.number} stands here twice, the second time on line ${twice.line}.`

  /** Langfuse's `latest` moves by itself, as ours does. */
  const labels = numbered.flatMap((prompt) =>
    [...new Set(prompt.labels)].filter((label) => label !== 'latest').map((label) => ({ name: label, number: prompt.number })),
  )
  const taken = labels.find(({ name }, index) => labels.some((label, before) => before < index && label.name === name))
  if (taken !== undefined) return `The label "${taken.name}" stands at more than one version.`
  const kept = numbered.flatMap(({ number, kept }): [number, KeptVersion][] =>
    Object.keys(kept).length > 0 ? [[number, kept]] : [],
  )
  return {
    title: name,
    description: '',
    category: null,
    tags: [...new Set(numbered.flatMap(({ tags }) => tags))],
    versions: numbered.map(({ number, version }) => Object.assign({ number }, version)),
    labels,
    ratings: null,
    extras: kept.length > 0 ? { langfuse: { versions: Object.fromEntries(kept) } } : {},
  }
}
