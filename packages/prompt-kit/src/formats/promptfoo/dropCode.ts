import { isRecord } from '../json/isRecord.ts'

const codeFile = /^file:\/\/.*\.(?:[cm]?[jt]sx?|py|rb|go|sh|bash|ps1|php|pl|exe|bat|cmd)(?::[\w.]+)?$/i
const codeProvider = /^(?:exec|python|ruby|golang|javascript|package):/i
const codeTypes = /^(?:not-)?(?:javascript|python|ruby)$/
const providerKeys: ReadonlySet<string> = new Set(['id', 'provider', 'providers', 'targets'])
/** Fields whose text is run. */
const codeKeys: ReadonlySet<string> = new Set(
  'assertScoringFunction contextTransform extensions nunjucksFilters postprocess transform transformResponse transformVars'.split(
    ' ',
  ),
)

/** Whether a text names a file that would be run. */
export function isCodeFile(text: string): boolean {
  return codeFile.test(text) || codeProvider.test(text)
}

/** Data without what would be run: entries of lists that are code, and fields that hold some. `isFound` tells whether there was any. */
export function dropCode(value: unknown, key = ''): { value: unknown; isFound: boolean } {
  if (Array.isArray(value)) {
    const kept = value.filter((item) => !isCode(item, key)).map((item) => dropCode(item, key))
    return { value: kept.map((item) => item.value), isFound: kept.length < value.length || kept.some(({ isFound }) => isFound) }
  }
  if (!isRecord(value)) return { value, isFound: false }
  const entries = Object.entries(value)
  // The names within are the author's own.
  const names = key === 'vars' ? new Set<string>() : codeKeys
  const kept = entries.flatMap(([name, child]) =>
    names.has(name) || isCode(child, name) ? [] : [[name, dropCode(child, name)] as const],
  )
  return {
    value: Object.fromEntries(kept.map(([name, child]) => [name, child.value])),
    isFound: kept.length < entries.length || kept.some(([, { isFound }]) => isFound),
  }
}

function isCode(value: unknown, key: string): boolean {
  if (typeof value === 'string') return codeFile.test(value) || (providerKeys.has(key) && codeProvider.test(value))
  if (!isRecord(value)) return false
  const { type, id } = value
  const isRun = typeof type === 'string' && codeTypes.test(type) && key !== 'properties'
  return isRun || (providerKeys.has(key) && typeof id === 'string' && isCodeFile(id))
}
