import type { Person, Prompt } from '@prologue/contracts'
import { createMemo, createSignal, For, Match, Show, Switch, untrack, type JSX } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { createKeptText } from '../../ui/createKeptText.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { Answer } from './Answer.tsx'
import styles from './Chat.module.css'
import { ChatSkeleton } from './ChatSkeleton.tsx'
import { createFollowing } from './createFollowing.ts'
import { Message } from './Message.tsx'
import { MessageBox } from './MessageBox.tsx'
import { createPromptActions, createPromptList, inOrder } from './queries.ts'

export function Chat(props: {
  conversationId: string
  me: Person
  /** Answers being written, by prompt. */
  live: Readonly<Record<string, string>>
  mayWrite: boolean
  mayApply: boolean
  onApply: (prompt: Prompt) => void
  /** Stands in place of the box for who may only read. */
  readerNote: JSX.Element
}) {
  const list = createPromptList(() => props.conversationId)
  const unread = createFailure(list)
  const actions = createPromptActions(() => props.conversationId)
  const say = useToasts()
  const [text, setText] = untrack(() => createKeptText(props.me.id, `message.${props.conversationId}`))
  const [sending, setSending] = createSignal<string>()
  const [failure, setFailure] = createSignal<string>()
  const [stopping, setStopping] = createSignal(false)

  const prompts = createMemo(() => (list.isPending ? [] : inOrder(list.data?.pages ?? [])))
  const running = createMemo(() => prompts().findLast((prompt) => prompt.status === 'pending'))
  const following = createFollowing(() => [prompts().length, sending(), live(), text() === ''])
  const live = () => {
    const prompt = running()
    return prompt && props.live[prompt.id]
  }

  const send = async () => {
    const message = text().trim()
    setSending(message)
    setFailure(undefined)
    setText('')
    following.toEnd()
    try {
      await actions.send(message)
    } catch (error) {
      setFailure(describeFailure(error))
      // What was typed meanwhile stays below what could not be sent.
      setText(text() ? `${message}\n${text()}` : message)
    } finally {
      setSending(undefined)
    }
  }

  const stop = async () => {
    const prompt = running()
    if (!prompt) return
    setStopping(true)
    try {
      await actions.stop(prompt.id)
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    } finally {
      setStopping(false)
    }
  }

  return (
    <section class={styles.chat} aria-label="Chat">
      <div
        class={styles.scroller}
        ref={following.attach}
        tabindex="0"
        role="log"
        aria-label="Messages"
        aria-live="polite"
        aria-busy={list.isPending}
      >
        <div class={styles.log}>
          <Switch>
            <Match when={unread() && prompts().length === 0}>
              <Failure title="The messages could not be read" error={unread()} onRetry={() => void list.refetch()} />
            </Match>
            <Match when={list.isPending}>
              <ChatSkeleton />
            </Match>
            <Match when={prompts().length === 0 && !sending()}>
              <div class={styles.empty}>
                <h2>Say what the assistant is for</h2>
                <p>
                  Who it serves, what it does, what it must never do: a sentence is enough. Each message adds to the brief, and
                  each answer is the whole prompt set out anew.
                </p>
              </div>
            </Match>
          </Switch>
          <Show when={list.hasNextPage}>
            <Button
              variant="plain"
              size="small"
              class={styles.earlier}
              busy={list.isFetchingNextPage}
              onClick={() => void following.keepPlace(() => list.fetchNextPage())}
            >
              Show earlier messages
            </Button>
          </Show>
          <For each={prompts().map((prompt) => prompt.id)}>
            {(id) => (
              <Show when={prompts().find((prompt) => prompt.id === id)}>
                {(prompt) => (
                  <div class={styles.exchange}>
                    <Message
                      author={prompt().author}
                      mine={prompt().author.id === props.me.id}
                      text={prompt().userInput}
                      at={prompt().createdAt}
                    />
                    <Answer
                      prompt={prompt()}
                      live={props.live[id] ?? ''}
                      mayApply={props.mayApply}
                      onApply={(one) => props.onApply(one)}
                    />
                  </div>
                )}
              </Show>
            )}
          </For>
          <Show when={sending() !== undefined}>
            <Message author={props.me} mine text={sending() ?? ''} />
          </Show>
        </div>
      </div>
      <div class={styles.foot}>
        <Show when={following.behind()}>
          <Button size="small" class={styles.latest} onClick={following.toEnd}>
            To the latest
          </Button>
        </Show>
        <Show when={props.mayWrite} fallback={<p class={styles.note}>{props.readerNote}</p>}>
          <MessageBox
            text={text()}
            onInput={setText}
            running={running() !== undefined || sending() !== undefined}
            stopping={stopping()}
            failure={failure()}
            first={list.isSuccess && prompts().length === 0}
            onSend={() => void send()}
            onStop={() => void stop()}
          />
        </Show>
      </div>
    </section>
  )
}
