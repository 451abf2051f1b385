import { discardUnsentText, readUnsentText } from '@prologue/collab/client'
import { useQuery } from '@tanstack/solid-query'
import { createSignal, For, Show } from 'solid-js'
import { forgetUnsentPlace, unsentPlace } from '../../features/drafts/unsentPlace.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { createAct } from '../../ui/createAct.ts'
import { keptText, keptTexts } from '../../ui/createKeptText.ts'
import { PromptText } from '../../ui/PromptText.tsx'
import { TextCopies } from '../../ui/TextCopies.tsx'
import styles from './KeptCopy.module.css'

/** What somebody wrote in a conversation that is closed to them now, as far as it was never sent: this browser kept it. */
export function KeptCopy(props: { conversationId: string; personId: string }) {
  const act = createAct()
  const [asked, setAsked] = createSignal(false)
  const place = () => unsentPlace(props.conversationId, props.personId)
  const kept = useQuery(() => ({
    queryKey: ['kept-copy', props.conversationId, props.personId],
    queryFn: () => {
      const at = place()
      return at ? readUnsentText(at) : null
    },
    networkMode: 'always' as const,
    gcTime: 0,
  }))
  const text = () => (kept.isSuccess ? kept.data : null)
  const message = () => keptText(props.personId, `message.${props.conversationId}`)
  const comments = () => keptTexts(props.personId, `comment.${props.conversationId}.`)
  const discard = () => {
    if (!asked()) {
      setAsked(true)
      return
    }
    const at = place()
    const { conversationId, personId } = props
    void act.run(async () => {
      if (at) await discardUnsentText(at)
      forgetUnsentPlace(conversationId, personId)
      await kept.refetch()
    })
  }
  return (
    <>
      <Show when={text()}>
        {(known) => (
          <section class={styles.copy} aria-labelledby="kept-copy">
            <h2 id="kept-copy" class={styles.title}>
              The draft as you left it
            </h2>
            <p class={styles.words}>
              Your last edits were not sent before your access ended. They are in this copy, and only here.
            </p>
            <div class={styles.text} tabindex="0" role="region" aria-label="The copy">
              <PromptText text={known()} />
            </div>
            <div class={styles.ways}>
              <TextCopies text={known} title="Draft" />
              <Button size="small" variant="danger" busy={act.busy()} onClick={discard}>
                {asked() ? 'Discard it for good' : 'Discard'}
              </Button>
            </div>
          </section>
        )}
      </Show>
      <Show when={message()}>
        {(known) => (
          <section class={styles.copy} aria-labelledby="kept-message">
            <h2 id="kept-message" class={styles.title}>
              Your message that was not sent
            </h2>
            <div class={styles.text} tabindex="0" role="region" aria-label="The message">
              <PromptText text={known()} />
            </div>
            <div class={styles.ways}>
              <CopyButton variant="quiet" label="Copy your message" text={known} />
            </div>
          </section>
        )}
      </Show>
      <For each={comments()}>
        {(comment) => (
          <section class={styles.copy} aria-label="Your comment that was not sent">
            <h2 class={styles.title}>Your comment that was not sent</h2>
            <div class={styles.text} tabindex="0" role="region" aria-label="The comment">
              <PromptText text={comment} />
            </div>
            <div class={styles.ways}>
              <CopyButton variant="quiet" label="Copy your comment" text={() => comment} />
            </div>
          </section>
        )}
      </For>
    </>
  )
}
