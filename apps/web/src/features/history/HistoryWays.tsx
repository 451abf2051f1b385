import { createSignal } from 'solid-js'
import { CheckpointDialog } from './CheckpointDialog.tsx'
import type { Authorship } from './createAuthorship.ts'
import { HistoryDialog } from './HistoryDialog.tsx'
import { HistoryTools } from './HistoryTools.tsx'

/** The draft's buttons for its past, and what they open. */
export function HistoryWays(props: {
  conversationId: string
  meId: string
  text: string
  mayKeep: boolean
  mayRestore: boolean
  authorship: Authorship
}) {
  const [open, setOpen] = createSignal<'history' | 'checkpoint'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <HistoryTools
        mayKeep={props.mayKeep}
        coloured={props.authorship.coloured()}
        onKeep={() => setOpen('checkpoint')}
        onOpen={() => setOpen('history')}
        onColour={props.authorship.colour}
      />
      <CheckpointDialog conversationId={props.conversationId} open={open() === 'checkpoint'} onClose={close} />
      <HistoryDialog
        conversationId={props.conversationId}
        meId={props.meId}
        text={props.text}
        mayRestore={props.mayRestore}
        open={open() === 'history'}
        onClose={close}
      />
    </>
  )
}
