import {
  applyEdits,
  applyFix,
  minimalEdits,
  switchOffEdit,
  type Family,
  type Finding,
  type TextEdit,
  type Variable,
} from '@prologue/prompt-kit'
import { createMemo, createSignal, type Accessor } from 'solid-js'
import { createFindings } from '../../editor/findings/createFindings.ts'
import { createChosenModel } from '../../modelList.ts'
import { createRuleSwitch } from '../../editor/findings/createRuleSwitch.ts'
import { createReader } from '../../editor/reading/createReader.ts'
import type { ReadingInput } from '../../editor/reading/readTemplate.ts'
import type { TextHandle } from '../../editor/TextEditor.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { createDraftSaving } from './createDraftSaving.ts'
import { createVariables } from './createVariables.ts'
import type { KeptPlace } from './keptDrafts.ts'
import { draftServer, type Opened } from './openDraft.ts'
import type { Unfinished } from './unfinished.ts'

export type Editing = ReturnType<typeof createEditing>

/** A template while it is written on: its text and declarations, what is found in them, and how they are saved. */
export function createEditing(opened: Opened, place: KeptPlace, family: Accessor<Family>) {
  const say = useToasts()
  const reader = createReader()
  const rules = createRuleSwitch()
  const [content, setContent] = createSignal(opened.written.content)
  const [settings, setSettings] = createSignal(opened.written.settings)
  const [handle, setHandle] = createSignal<TextHandle>()
  const variables = createVariables(opened.written.variables)
  const now = createMemo((): Unfinished => ({ content: content(), variables: variables.records(), settings: settings() }))

  const change = (edits: readonly TextEdit[], options?: { silent?: boolean }) => {
    if (edits.length === 0) return
    const editor = handle()
    if (editor) editor.change(edits, options)
    else setContent(applyEdits(content(), edits))
  }
  const take = (written: Unfinished, silent: boolean) => {
    change(minimalEdits(content(), written.content), { silent })
    variables.replace(written.variables)
    setSettings(written.settings)
  }

  const server = draftServer(place.templateId)
  const saving = createDraftSaving({ place, server, opened, now, onTake: (written, how) => take(written, how === 'followed') })

  const model = createChosenModel(() => place.personId)
  const contextSize = () => model()?.contextTokens ?? null
  const input = createMemo((): ReadingInput => ({
    text: content(),
    variables: variables.judged().known,
    family: family(),
    off: rules.off(),
    place: 'draft',
    contextSize: contextSize(),
  }))
  const { reading, failed, again, marks, findAgain } = createFindings(reader, input, content)

  const gone = () => say('This is not in the text any more.')
  const unread = () => say('This could not be done: the text could not be read. Try again.', { tone: 'bad' })
  const mend = async (found: Finding): Promise<void> => {
    const finding = await findAgain(found)
    if (!finding?.fix) return gone()
    change(finding.fix.edits)
    const { variables: known } = applyFix({ text: '', variables: [] }, { ...finding.fix, edits: [] })
    variables.declare(known)
    const goes = finding.fix.undeclare ?? []
    for (const { key, fields } of variables.rows()) if (goes.includes(fields.name)) remove(key)
  }
  const leave = async (found: Finding): Promise<void> => {
    const finding = await findAgain(found)
    const edit = finding && switchOffEdit(content(), finding, { template: true })
    if (!edit) return gone()
    change([edit])
  }
  const remove = (key: string) => {
    const row = variables.rows().find((one) => one.key === key)
    const putBack = variables.remove(key)
    if (row) say(`“${row.fields.name}” is no longer declared.`, { action: { label: 'Undo', run: putBack } })
  }
  const rename = async (key: string, from: string, to: string): Promise<void> => {
    variables.change(key, { name: to })
    const text = content()
    const edits = await reader.rename(text, from, to)
    // Somebody typed meanwhile: the places are others.
    if (content() === text) change(edits)
    else change(await reader.rename(content(), from, to))
    if (edits.length === 0) return
    const places = edits.length === 1 ? 'in one place of the text' : `in ${edits.length} places of the text`
    say(`“${from}” is “${to}” now, also ${places}.`, { action: { label: 'Undo', run: () => void rename(key, to, from) } })
  }

  return {
    contextSize,
    content,
    settings,
    setSettings: (next: Unfinished['settings']) => void setSettings(next),
    now,
    variables,
    saving,
    reader,
    reading,
    failed,
    again,
    /** How many rules the account has switched off. */
    off: () => rules.off().length,
    marks,
    handle,
    setHandle,
    onText: setContent,
    /** Another text stands in the editor; undo takes it back. */
    set: (written: Unfinished) => take(written, false),
    rules,
    acts: () => ({
      onFix: (finding: Finding) => void mend(finding).catch(unread),
      onLeave: (finding: Finding) => void leave(finding).catch(unread),
      onTurnOff: rules.turnOff(),
    }),
    remove,
    rename,
    use: (name: string) => handle()?.insert(`{{ ${name} }}`),
    declare: (fresh: readonly Variable[]) => variables.declare(fresh),
  }
}
