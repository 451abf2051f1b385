import type { Person, Prompt, ProposedEdit } from '@prologue/contracts'
import { createEffect, createMemo, createSignal, on, Show, untrack, type JSX } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import type { AnswerDesk } from './Answer.tsx'
import { totalsWords } from './answerFacts.ts'
import { askedWords } from './askedWords.ts'
import { NextSteps } from './asking/NextSteps.tsx'
import styles from './Chat.module.css'
import { ChatFoot } from './ChatFoot.tsx'
import { createChatLog } from './createChatLog.ts'
import { createExchangeActions } from './createExchangeActions.ts'
import { createSystemLines } from './createSystemLines.ts'
import { createTalk } from './createTalk.ts'
import { createUnseen } from './createUnseen.ts'
import { createEditActs } from './edits/createEditActs.ts'
import { Exchange } from './Exchange.tsx'
import { FirstMessageHint } from './FirstMessageHint.tsx'
import { Message } from './Message.tsx'
import { MessageLog } from './MessageLog.tsx'
import { createModels } from './models/createModels.ts'
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
  const conversationId = () => props.conversationId
  const chat = createChatLog(conversationId, () => props.linked)
  const { log, scroll } = chat
  const lines = createSystemLines(conversationId, log.log)
  const unseen = createUnseen(log.log, scroll.behind)
  const actions = createExchangeActions(conversationId)
  const session = useSession()
  const models = untrack(() =>
    createModels(props.me.id, () => session.account()?.abilities.includes('admin:manage-providers') ?? false),
  )
  createEffect(on(log.running, (now, before) => before && !now && models.outdate(), { defer: true }))
  const talk = createTalk({ conversationId, personId: () => props.me.id, chat, actions, models })
  const desk: AnswerDesk = {
    models,
    edits: createEditActs(actions.refresh),
    draft: () => props.draft,
    locked: () => props.locked,
  }
  const [editing, setEditing] = createSignal<string>()
  const [unfolded, setUnfolded] = createSignal<ReadonlySet<string>>(new Set())
  const fold = (id: string, open: boolean) => {
    setUnfolded((all) => new Set(open ? [...all, id] : [...all].filter((one) => one !== id)))
  }
  const before = ({ parentId }: Prompt) => (parentId === null ? undefined : log.prompt(parentId))
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
            marked={chat.marked() === id}
            editing={editing() === id}
            unfolded={unfolded().has(id)}
            ended={props.ended}
            mayWrite={props.mayWrite}
            mayReact={props.mayReact}
            mayApply={props.mayApply}
            actions={actions}
            onApply={(one) => props.onApply(one)}
            onQuote={(author, words) => talk.addQuote(author, words)}
            onEdit={(open) => setEditing(open ? id : undefined)}
            onFold={(open) => fold(id, open)}
            onRegenerate={(one, model) => void talk.regenerate(one, model)}
            onChoose={(one) => void talk.choose(one)}
          />
        </>
      )}
    </Show>
  )
  const sendingHere = createMemo(() => (chat.ends() ? talk.message.sending() : undefined))

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
            <Show when={!talk.message.sending()}>
              <NextSteps talk={talk} models={models} mayWrite={props.mayWrite} />
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
      <ChatFoot
        talk={talk}
        models={models}
        draft={props.draft}
        behind={scroll.behind()}
        unseen={unseen()}
        first={log.log() !== undefined && log.ids().length === 0}
        mayWrite={props.mayWrite}
        readerNote={props.readerNote}
        onLatest={() => void chat.goToLatest()}
      />
    </section>
  )
}
