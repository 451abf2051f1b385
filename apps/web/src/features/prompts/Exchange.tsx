import { type ModelChoice, type Person, personLabel, type Prompt, type ProposedEdit } from '@prologue/contracts'
import { createSignal } from 'solid-js'
import { Answer, type AnswerDesk } from './Answer.tsx'
import type { ExchangeActions } from './createExchangeActions.ts'
import { EditMessage } from './EditMessage.tsx'
import styles from './Exchange.module.css'
import { Message } from './Message.tsx'
import { MessageActions } from './MessageActions.tsx'
import { selectedIn } from './quote.ts'
import { Reactions } from './Reactions.tsx'

/** Whom a quote of an answer names. */
const assistant = 'The answer'

/** One message with what people said to it, and its answer. */
export function Exchange(props: {
  prompt: Prompt
  me: Person
  live: string
  liveEdits: readonly ProposedEdit[]
  desk: AnswerDesk
  /** What the message did where it has no words of its own, or beside them. */
  asked: string | null
  marked: boolean
  editing: boolean
  unfolded: boolean
  /** Nothing more comes in or goes out here. */
  ended: boolean
  mayWrite: boolean
  mayReact: boolean
  mayApply: boolean
  actions: ExchangeActions
  onApply: (prompt: Prompt) => void
  onQuote: (author: string, text: string) => void
  onEdit: (editing: boolean) => void
  onFold: (open: boolean) => void
  onRegenerate: (id: string, model: ModelChoice | undefined) => void
  onChoose: (id: string) => void
}) {
  const [row, setRow] = createSignal<HTMLElement>()
  const settled = () => props.prompt.status !== 'pending'
  const may = (ability: Prompt['abilities'][number]) => !props.ended && settled() && props.prompt.abilities.includes(ability)
  const react = (emoji: string, on: boolean) => void props.actions.react(props.prompt.id, emoji, on)
  /** What is selected of the part, or the whole of it. */
  const quote = (author: string, part: string, whole: string) => {
    const element = row()?.querySelector(part)
    props.onQuote(author, (element && selectedIn(element)) || whole)
  }
  const save = async (text: string) => {
    await props.actions.edit(props.prompt.id, text)
    props.onEdit(false)
  }
  return (
    <div
      ref={setRow}
      class={styles.exchange}
      data-marked={props.marked ? '' : undefined}
      data-exchange={props.prompt.id}
      tabindex="-1"
    >
      <Message
        author={props.prompt.author}
        mine={props.prompt.author.id === props.me.id}
        text={props.prompt.userInput}
        asked={props.asked}
        at={props.prompt.createdAt}
        editedAt={props.prompt.editedAt}
        unfolded={props.unfolded}
        onFold={(open) => props.onFold(open)}
        actions={
          <MessageActions
            author={personLabel(props.prompt.author)}
            mayReact={props.mayReact}
            mayQuote={props.mayWrite}
            mayEdit={props.mayWrite && may('prompt:edit')}
            mayDelete={may('prompt:delete')}
            onReact={(emoji) => react(emoji, true)}
            onQuote={() => quote(personLabel(props.prompt.author), '[data-message] [data-text]', props.prompt.userInput)}
            onEdit={() => props.onEdit(true)}
            onDelete={() => void props.actions.delete(props.prompt)}
            onCopyLink={() => void props.actions.copyLink(props.prompt)}
          />
        }
        form={
          props.editing
            ? () => <EditMessage text={props.prompt.userInput} onSave={save} onCancel={() => props.onEdit(false)} />
            : undefined
        }
      />
      <Reactions reactions={props.prompt.reactions} mayReact={props.mayReact} onReact={react} />
      <Answer
        prompt={props.prompt}
        live={props.live}
        liveEdits={props.liveEdits}
        desk={props.desk}
        mayApply={props.mayApply}
        mayWrite={props.mayWrite}
        onApply={(one) => props.onApply(one)}
        onQuote={() => quote(assistant, '[data-answer-text]', props.prompt.response)}
        onRegenerate={(model) => props.onRegenerate(props.prompt.id, model)}
        onChoose={(id) => props.onChoose(id)}
        onRate={(rating, feedback) => props.actions.rate(props.prompt.id, rating, feedback)}
      />
    </div>
  )
}
