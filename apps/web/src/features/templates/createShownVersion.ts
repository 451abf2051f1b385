import { createMemo, type Accessor } from 'solid-js'
import { createFailure } from '../../ui/createFailure.ts'
import type { TemplateView } from '../../templateView.ts'
import { createOlderVersion, type VersionView } from './queries.ts'
import { chosenVersion, isMissing } from './versionChoices.ts'

/** The version that is looked at. While another one is read, the one before stays. */
export function createShownVersion(template: Accessor<TemplateView>, asked: Accessor<string | undefined>) {
  const choice = createMemo(() => chosenVersion(template(), asked()))
  const older = createOlderVersion(() => {
    const { id, version } = template()
    return version === null || version.number === choice().number ? null : { templateId: id, number: choice().number }
  })
  const failure = createFailure(older)
  const read = (): VersionView | null | undefined => {
    const { version } = template()
    if (version === null || version.number === choice().number) return version
    return older.isPending ? undefined : older.data
  }
  const version = createMemo<VersionView | null>((before) => read() ?? before ?? template().version, null)
  return {
    choice,
    /** What the address asks for and is not there: the newest is shown instead. */
    missing: () => (isMissing(template(), asked()) ? asked() : undefined),
    /** Null for a template that is not published. */
    version,
    isReading: () => read() === undefined && !failure(),
    failure: () => (read() === undefined ? failure() : null),
    retry: () => void older.refetch(),
  }
}
