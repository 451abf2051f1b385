import type { ModelChoice, Person, Prompt, ProposedEdit } from '@prologue/contracts'
import { createEffect, createMemo, createSignal, on, Show, untrack, type JSX } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import { Button } from '../../ui/Button.tsx'
import { createKeptText } from '../../ui/createKeptText.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import type { AnswerDesk } from './Answer.tsx'
import { totalsWords } from './answerFacts.ts'
import { askedWords } from './askedWords.ts'
import { createAsking } from './asking/createAsking.ts'
import { newestOf } from './asking/openQuestion.ts'
import { OpenQuestion } from './asking/OpenQuestion.tsx'
import { UnsortedNote } from './asking/UnsortedNote.tsx'
import styles from './Chat.module.css'
import { createExchangeActions, type SendOptions } from './createExchangeActions.ts'
import { createLogScroll } from './createLogScroll.ts'
import { createPromptLog } from './createPromptLog.ts'
import { createSending } from './createSending.ts'
import { createSystemLines } from './createSystemLines.ts'
import { createUnseen } from './createUnseen.ts'
import { createEditActs } from './edits/createEditActs.ts'
import { Exchange } from './Exchange.tsx'
import { FirstMessageHint } from './FirstMessageHint.tsx'
import { Message } from './Message.tsx'
import { MessageBox } from './MessageBox.tsx'
import { MessageLog } from './MessageLog.tsx'
import { ActsMenu, type AskedAct } from './models/ActsMenu.tsx'
import { createModels } from './models/createModels.ts'
import { ModelMenu } from './models/ModelMenu.tsx'
import { withQuote, quote } from './quote.ts'
import { SystemLines } from './SystemLines.tsx'

export function Chat(props: {
  conversationId: string
  me: Person
  /** Answers being written, by prompt. */
  live: Readonly<Record<string, string>>
  liveEdits: Readonly<Record<string, readonly ProposedEdit[]>>
  /** The draft as it is now, and its sections that keep what they have. */
  draft: string
  locked: ReadonlySet<string>
  /** What all answers took. */
  totals: Parameters<typeof totalsWords>[0]
  /** The message the address leads to. */
  linked: string | null
  /** Nothing more comes in or goes out here. */
  ended: boolean
  mayWrite: boolean
  mayReact: boolean
  mayApply: boolean
  onApply: (prompt: Prompt) => void
  /** Stands in place of the box for who may only read. */
  readerNote: JSX.Element
}) {
  const say = useToasts()
  /** What is to be gone to as soon as it is there; undefined: nowhere, null: the newest. */
  let wanted: string | null | undefined = untrack(() => props.linked) ?? undefined
  const log = createPromptLog(
    () => props.conversationId,
    () => (wanted === undefined ? scroll.place() : wanted),
  )
  const ends = () => (log.log()?.newer ?? null) === null
  const scroll = createLogScroll(log.ids, ends, (side) => void log.readOn(side))
  const lines = createSystemLines(() => props.conversationId, log.log)
  const unseen = createUnseen(log.log, scroll.behind)
  const actions = createExchangeActions(() => props.conversationId)
  const [text, setText] = untrack(() => createKeptText(props.me.id, `message.${props.conversationId}`))
  const message = createSending(text, setText, log.running, actions)
  const session = useSession()
  const models = untrack(() =>
    createModels(props.me.id, () => session.account()?.abilities.includes('admin:manage-providers') ?? false),
  )
  createEffect(on(log.running, (now, before) => before && !now && models.outdate(), { defer: true }))
  const asking = createAsking(log.log)
  const desk: AnswerDesk = {
    models,
    edits: createEditActs(actions.refresh),
    draft: () => props.draft,
    locked: () => props.locked,
  }
  const [marked, setMarked] = createSignal<string>()
  const [editing, setEditing] = createSignal<string>()
  const [unfolded, setUnfolded] = createSignal<ReadonlySet<string>>(new Set())
  let box: HTMLTextAreaElement | undefined

  const goToLatest = async () => {
    wanted = null
    if (!ends()) await log.readAnew()
    wanted = undefined
    scroll.toEnd()
  }
  const goToWanted = () => {
    const known = log.log()
    if (typeof wanted !== 'string' || !known) return
    if (known.missing === wanted) {
      wanted = undefined
      say('The message this link leads to was deleted, or it was never here.', { tone: 'bad' })
    } else if (scroll.goTo(wanted)) {
      setMarked(wanted)
      wanted = undefined
    }
  }
  createEffect(on(log.log, () => queueMicrotask(goToWanted)))
  createEffect(
    on(
      createMemo(() => props.linked),
      (id) => {
        if (id === null) return
        wanted = id
        setMarked(undefined)
        if (log.prompt(id)) goToWanted()
        else void log.readAnew()
      },
      { defer: true },
    ),
  )

  const byChosen = () => {
    const model = models.choice()
    return model ? { model } : {}
  }
  /** What is in the box; by itself it answers the open question. */
  const send = (options: SendOptions = { ...byChosen(), answers: asking.answering()?.slot }) => {
    void goToLatest()
    void message.send(options)
    asking.comeBack()
  }
  /** What is said without the box. */
  const deliver = (words: string, options: SendOptions) => {
    void goToLatest()
    void message.deliver(words, { ...byChosen(), ...options })
  }
  /** A message without words passes over the question, unless it could as well have put the unsorted words in their place. */
  const skipWords = () => (unsorted().length > 0 ? 'Skip' : '')
  /** Generate without words asks for another answer to the last ones. */
  const act = (asked: AskedAct) => {
    const last = newest()
    if (asked.act !== 'generate' || text().trim() !== '') send(asked)
    else if (last?.act === 'generate' && (last.whole || asked.model)) void regenerate(last.id, asked.model)
    else {
      say('Write first what the assistant is to do, or to do differently.')
      box?.focus()
    }
  }
  const busy = () => log.running() !== undefined || message.sending() !== undefined
  /** Shows another branch, from that answer on; null: the one that was begun last, at its end. */
  const showBranch = async (id: string | null) => {
    wanted = id
    await log.readAnew()
    if (id === null) {
      wanted = undefined
      scroll.toEnd()
    }
  }
  const regenerate = async (id: string, model: ModelChoice | undefined) => {
    if (await actions.regenerate(id, model)) await showBranch(null)
  }
  const choose = async (id: string) => {
    if (await actions.choose(id)) await showBranch(id)
  }
  const addQuote = (author: string, quoted: string) => {
    setText(withQuote(text(), quote(author, quoted)))
    box?.focus()
    box?.setSelectionRange(text().length, text().length)
  }
  const fold = (id: string, open: boolean) => {
    setUnfolded((all) => new Set(open ? [...all, id] : [...all].filter((one) => one !== id)))
  }
  const before = ({ parentId }: Prompt) => (parentId === null ? undefined : log.prompt(parentId))
  const newest = createMemo(() => newestOf(log.log()))
  const unsorted = () => (newest()?.status === 'completed' ? (newest()?.unsorted ?? []) : [])
  const row = (id: string) => (
    <Show when={log.prompt(id)}>
      {(prompt) => (
        <>
          <SystemLines lines={lines().get(id)} meId={props.me.id} />
          <Exchange
            prompt={prompt()}
            me={props.me}
            live={props.live[id] ?? ''}
            liveEdits={props.liveEdits[id] ?? []}
            desk={desk}
            asked={askedWords(prompt(), before(prompt()))}
            marked={marked() === id}
            editing={editing() === id}
            unfolded={unfolded().has(id)}
            ended={props.ended}
            mayWrite={props.mayWrite}
            mayReact={props.mayReact}
            mayApply={props.mayApply}
            actions={actions}
            onApply={(one) => props.onApply(one)}
            onQuote={addQuote}
            onEdit={(open) => setEditing(open ? id : undefined)}
            onFold={(open) => fold(id, open)}
            onRegenerate={(one, model) => void regenerate(one, model)}
            onChoose={(one) => void choose(one)}
          />
        </>
      )}
    </Show>
  )
  const sendingHere = createMemo(() => (ends() ? message.sending() : undefined))

  return (
    <section class={styles.chat} aria-label="Chat">
      <MessageLog
        log={log}
        scroll={scroll}
        held={editing()}
        row={row}
        empty={
          <Show when={!sendingHere()}>
            <FirstMessageHint />
          </Show>
        }
        end={
          <>
            <SystemLines lines={lines().get(null)} meId={props.me.id} />
            <Show when={!message.sending()}>
              <div class={styles.next}>
                <Show when={unsorted().length > 0}>
                  <UnsortedNote
                    words={unsorted()}
                    mayFile={props.mayWrite && !busy()}
                    models={models}
                    onFile={(words, slot) => deliver('', { files: { words, slot } })}
                  />
                </Show>
                <Show when={asking.open()}>
                  {(asked) => (
                    <OpenQuestion
                      question={asked().question}
                      mayAnswer={props.mayWrite}
                      busy={busy()}
                      onAnswer={(words) => deliver(words, { answers: asked().question.slot })}
                      onOwnWords={() => {
                        asking.comeBack()
                        box?.focus()
                      }}
                      onSkip={() => deliver(skipWords(), { skips: asked().question.slot })}
                    />
                  )}
                </Show>
              </div>
            </Show>
            <Show when={totalsWords(props.totals)}>{(words) => <p class={styles.totals}>{words()}</p>}</Show>
            <Show when={sendingHere()}>
              {(sent) => (
                <div class={styles.sending}>
                  <Message author={props.me} mine text={sent()} />
                </div>
              )}
            </Show>
          </>
        }
      />
      <div class={styles.foot}>
        <div class={styles.latest} role="status">
          <Show when={scroll.behind()}>
            <Button size="small" onClick={() => void goToLatest()}>
              {unseen() > 0 ? `${unseen()} new` : 'To the latest'}
              <span class="visually-hidden">{unseen() > 0 ? '. To the latest' : ''}</span>
            </Button>
          </Show>
        </div>
        <Show when={props.mayWrite} fallback={<p class={styles.note}>{props.readerNote}</p>}>
          <MessageBox
            ref={(element) => {
              box = element
            }}
            text={text()}
            onInput={setText}
            running={busy()}
            stopping={message.stopping()}
            failure={message.failure()}
            first={log.log() !== undefined && log.ids().length === 0}
            answering={asking.answering()?.text}
            onLeaveQuestion={() => {
              asking.leave()
              box?.focus()
            }}
            tools={
              <>
                <ModelMenu models={models} />
                <ActsMenu models={models} draft={props.draft} onAct={act} />
              </>
            }
            onSend={() => send()}
            onStop={() => void message.stop()}
          />
        </Show>
      </div>
    </section>
  )
}
