import { applyEdits, minimalEdits, switchOffEdit, type Finding, type TextEdit } from '@prologue/prompt-kit'
import { createMemo, createSignal } from 'solid-js'
import { createFindings } from '../../editor/findings/createFindings.ts'
import { createRuleSwitch } from '../../editor/findings/createRuleSwitch.ts'
import { createReader } from '../../editor/reading/createReader.ts'
import type { ReadingInput } from '../../editor/reading/readTemplate.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { styleOf } from './styleOf.ts'

export type Checking = ReturnType<typeof createChecking>

type Draft = {
  /** What is read, a moment late. */
  text: () => string
  /** The text as it is at this moment. */
  now: () => string
  /** Writes as the person does. */
  change: (edits: readonly TextEdit[]) => void
  /** Tokens of the model that is asked; null where that is not known. */
  contextSize: () => number | null
}

/** What the checker finds in a draft while people write it, and what is done about it. */
export function createChecking(draft: Draft) {
  const say = useToasts()
  const rules = createRuleSwitch()
  const [shown, setShown] = createSignal(false)
  const input = createMemo((): ReadingInput => ({
    text: draft.text(),
    variables: [],
    family: styleOf(draft.text()),
    // Its variables are declared once it becomes a template.
    off: [...rules.off(), 'var-undeclared'],
    place: 'draft',
    contextSize: draft.contextSize(),
  }))
  const { reading, failed, again, marks, findAgain } = createFindings(createReader(), input, draft.now)

  const write = async (found: Finding, edits: (finding: Finding, text: string) => readonly TextEdit[] | undefined) => {
    const finding = await findAgain(found)
    const text = draft.now()
    const wanted = finding && edits(finding, text)
    if (!wanted) return say('This is not in the text any more.')
    // Nobody is named as the writer of what stood there before.
    draft.change(minimalEdits(text, applyEdits(text, wanted)))
  }
  const act = (...asked: Parameters<typeof write>) =>
    void write(...asked).catch(() => say('This could not be done: the text could not be read. Try again.', { tone: 'bad' }))
  return {
    reading,
    failed,
    again,
    /** How many rules the account has switched off. */
    off: () => rules.off().length,
    marks,
    shown,
    show: () => setShown(true),
    close: () => setShown(false),
    count: () => reading()?.findings.length ?? 0,
    acts: () => ({
      onFix: (found: Finding) => act(found, ({ fix }) => fix?.edits),
      onLeave: (found: Finding) => act(found, leaving),
      onTurnOff: rules.turnOff(),
    }),
  }
}

function leaving(finding: Finding, text: string): readonly TextEdit[] | undefined {
  const edit = switchOffEdit(text, finding, { template: false })
  return edit ? [edit] : undefined
}
