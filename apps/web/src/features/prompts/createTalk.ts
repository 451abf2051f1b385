import { composerName, type ModelChoice } from '@prologue/contracts'
import { createMemo, untrack, type Accessor } from 'solid-js'
import { createKeptText } from '../../ui/createKeptText.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createAsking } from './asking/createAsking.ts'
import { newestOf } from './asking/openQuestion.ts'
import type { ChatLog } from './createChatLog.ts'
import type { ExchangeActions, SendOptions } from './createExchangeActions.ts'
import { createSending } from './createSending.ts'
import type { AskedAct } from './models/ActsMenu.tsx'
import type { Models } from './models/createModels.ts'
import { quote, withQuote } from './quote.ts'

export type Talk = ReturnType<typeof createTalk>

/** What a person says in the chat, by the box and without it, and what they answer, ask for again and choose. */
export function createTalk(from: {
  conversationId: Accessor<string>
  personId: Accessor<string>
  chat: ChatLog
  actions: ExchangeActions
  models: Models
}) {
  const { actions, chat, models } = from
  const { log } = chat
  const say = useToasts()
  const [text, setText] = untrack(() => createKeptText(from.personId(), `message.${from.conversationId()}`))
  const message = createSending(text, setText, log.running, actions)
  const asking = createAsking(log.log)
  const newest = createMemo(() => newestOf(log.log()))
  const unsorted = () => (newest()?.status === 'completed' ? (newest()?.unsorted ?? []) : [])
  let box: HTMLTextAreaElement | undefined

  const byChosen = () => {
    const model = models.choice()
    return model ? { model } : {}
  }
  /** What is in the box; by itself it answers the open question. */
  const send = (options: SendOptions = { ...byChosen(), answers: asking.answering()?.slot }) => {
    void chat.goToLatest()
    void message.send(options)
    asking.comeBack()
  }
  const regenerate = async (id: string, model: ModelChoice | undefined) => {
    if (await actions.regenerate(id, model)) await chat.showBranch(null)
  }
  return {
    text,
    setText,
    message,
    asking,
    /** What was said and could not be sorted. */
    unsorted,
    busy: () => log.running() !== undefined || message.sending() !== undefined,
    setBox(element: HTMLTextAreaElement) {
      box = element
    },
    focusBox: () => box?.focus(),
    send,
    /** What is said without the box. */
    deliver(words: string, options: SendOptions) {
      void chat.goToLatest()
      void message.deliver(words, { ...byChosen(), ...options })
    },
    /** A message without words passes over the question, unless it could as well have put the unsorted words in their place. */
    skipWords: () => (unsorted().length > 0 ? 'Skip' : ''),
    /** Generate without words asks for another answer to the last ones, unless these were a command that is done, such as “undo”. */
    act(asked: AskedAct) {
      const last = newest()
      if (asked.act !== 'generate' || text().trim() !== '') send(asked)
      else if (last?.act === 'generate' && (last.whole || (asked.model && last.provider !== composerName)))
        void regenerate(last.id, asked.model)
      else {
        say('Write first what the assistant is to do, or to do differently.')
        box?.focus()
      }
    },
    regenerate,
    async choose(id: string) {
      if (await actions.choose(id)) await chat.showBranch(id)
    },
    addQuote(author: string, quoted: string) {
      setText(withQuote(text(), quote(author, quoted)))
      box?.focus()
      box?.setSelectionRange(text().length, text().length)
    },
  }
}
