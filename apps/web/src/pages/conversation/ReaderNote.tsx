import { Show, type JSX } from 'solid-js'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { keptText } from '../../ui/createKeptText.ts'

/** In place of the box for messages, for who may not write: why, and what they were writing before, so that it is not lost. */
export function ReaderNote(props: { children: JSX.Element; conversationId: string; personId: string }) {
  const message = () => keptText(props.personId, `message.${props.conversationId}`)
  return (
    <>
      {props.children}
      <Show when={message()}>
        {(text) => (
          <>
            {' '}
            Your message was not sent. <CopyButton label="Copy your message" text={text} />
          </>
        )}
      </Show>
    </>
  )
}
