import { applyEdits, minimalEdits, switchOffEdit, type Finding, type TextEdit } from '@prologue/prompt-kit'
import { createMemo, createSignal } from 'solid-js'
import { createFindings } from '../../editor/findings/createFindings.ts'
import { createRuleSwitch } from '../../editor/findings/createRuleSwitch.ts'
import { createReader } from '../../editor/reading/createReader.ts'
import type { ReadingInput } from '../../editor/reading/readTemplate.ts'
import { useToasts } from '../../ui/Toasts.tsx'

export type Checking = ReturnType<typeof createChecking>

type Draft = {
  /** What is read, a moment late. */
  text: () => string
  /** The text as it is at this moment. */
  now: () => string
  /** Writes as the person does. */
  change: (edits: readonly TextEdit[]) => void
}

/** What the checker finds in a draft while people write it, and what is done about it. */
export function createChecking(draft: Draft) {
  const say = useToasts()
  const rules = createRuleSwitch()
  const [shown, setShown] = createSignal(false)
  const input = createMemo((): ReadingInput => ({
    text: draft.text(),
    variables: [],
    family: 'plain',
    // Its variables are declared once it becomes a template.
    off: [...rules.off(), 'var-undeclared'],
    place: 'draft',
  }))
  const { reading, marks, findAgain } = createFindings(createReader(), input, draft.now)

  const write = async (found: Finding, edits: (finding: Finding, text: string) => readonly TextEdit[] | undefined) => {
    const finding = await findAgain(found)
    const text = draft.now()
    const wanted = finding && edits(finding, text)
    if (!wanted) return say('This is not in the text any more.')
    // Nobody is named as the writer of what stood there before.
    draft.change(minimalEdits(text, applyEdits(text, wanted)))
  }
  return {
    reading,
    marks,
    shown,
    show: () => setShown(true),
    close: () => setShown(false),
    count: () => reading()?.findings.length ?? 0,
    acts: () => ({
      onFix: (found: Finding) => void write(found, ({ fix }) => fix?.edits),
      onLeave: (found: Finding) => void write(found, leaving),
      onTurnOff: rules.turnOff(),
    }),
  }
}

function leaving(finding: Finding, text: string): readonly TextEdit[] | undefined {
  const edit = switchOffEdit(text, finding, { template: false })
  return edit ? [edit] : undefined
}
