import { diffLines, diffWords } from '@prologue/prompt-kit'
import { createMemo, type Accessor } from 'solid-js'
import { createFailure } from '../../ui/createFailure.ts'
import { compareSettings, compareVariables } from './compareDetails.ts'
import { createVersionText, type VersionText } from './queries.ts'

/** A template that comes from the one of the page, or the other way round. */
type Relative = { id: string; title: string; latestNumber: number }

/** Which versions are compared; 0 stands for nothing, before the first one. `of` is whose version `from` is, where it is another template's. */
export type Pair = { from: number; to: number; of?: Relative }

const nothing: Pick<VersionText, 'content' | 'variables' | 'settings'> = { content: '', variables: [], settings: {} }

/** How two versions differ. Undefined while one of them is read. */
export function createComparison(templateId: Accessor<string>, pair: Accessor<Pair>) {
  const from = createVersionText(
    () => pair().of?.id ?? templateId(),
    () => pair().from || null,
  )
  const to = createVersionText(templateId, () => pair().to)
  const fromFailure = createFailure(from)
  const toFailure = createFailure(to)

  const both = createMemo(() => {
    const asked = pair()
    const before = asked.from === 0 ? nothing : textOf(from, asked.from)
    const after = textOf(to, asked.to)
    return before && after && { before, after }
  })
  const words = createMemo(() => {
    const texts = both()
    return texts && diffWords(texts.before.content, texts.after.content)
  })
  const variables = createMemo(() => {
    const texts = both()
    return texts && compareVariables(texts.before.variables, texts.after.variables)
  })
  const settings = createMemo(() => {
    const texts = both()
    return texts && compareSettings(texts.before.settings, texts.after.settings)
  })
  return {
    after: () => both()?.after,
    words,
    /** Made only where it is looked at. */
    lines: () => {
      const texts = both()
      return texts && diffLines(texts.before.content, texts.after.content)
    },
    variables,
    settings,
    /** In how many places the texts differ: what went and what came in its place are one. */
    places: () => {
      const kinds = words()?.map(({ kind }) => kind) ?? []
      return kinds.filter((kind, index) => kind !== 'same' && (index === 0 || kinds[index - 1] === 'same')).length
    },
    failure: () => toFailure() ?? (pair().from === 0 ? null : fromFailure()),
    retry: () => void Promise.all([to.refetch(), pair().from !== 0 && from.refetch()]),
  }
}

/** What was read, if it is what was asked for: a query shows the answer before while it reads the next. */
function textOf(query: { data: VersionText | undefined; isPending: boolean }, number: number): VersionText | undefined {
  return query.isPending || query.data?.number !== number ? undefined : query.data
}
