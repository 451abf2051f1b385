import type { ClosedBecause, DraftStatus } from '@prologue/collab/client'

/** The one word of the draft's header: is what I typed safe? */
export function statusWord(status: Pick<DraftStatus, 'state' | 'unsent'>): string {
  switch (status.state) {
    case 'loading':
      return 'Opening…'
    case 'saved':
      return 'Saved'
    case 'saving':
      return 'Saving…'
    case 'offline':
      return status.unsent === 0 ? 'Offline' : `Offline (${edits(status.unsent)} kept here)`
    case 'closed':
      return status.unsent === 0 ? 'Closed' : `Closed (${edits(status.unsent)} not sent)`
  }
}

function edits(count: number): string {
  return count === 1 ? '1 edit' : `${count.toLocaleString('en')} edits`
}

export type Closing = {
  title: string
  text: string
  /** `reopen` tries again, `discard` first drops the edits that only this browser has, `none` offers only to copy. */
  way: 'reopen' | 'discard' | 'none'
}

const ended: Closing = {
  title: 'Your access to this draft has ended',
  text: 'The text stays here until you leave the page, so that you can copy it. An owner of the conversation can let you in again.',
  way: 'none',
}

/** What a closed draft says, and what can be done about it. */
export function closing(because: ClosedBecause): Closing {
  switch (because) {
    case 'access-ended':
    case 'FORBIDDEN':
    case 'NOT_FOUND':
      return ended
    case 'UNAUTHENTICATED':
      return {
        title: 'You are signed out',
        text: 'Sign in again in another tab, then open the draft again here. The text stays until then.',
        way: 'reopen',
      }
    case 'epoch-changed':
      return {
        title: 'The draft was replaced',
        text: 'Its text was set anew meanwhile. Copy what you still need from here, then open the new one.',
        way: 'reopen',
      }
    case 'draft-deleted':
      return {
        title: 'The draft was deleted',
        text: 'The text stays here until you leave the page, so that you can copy it.',
        way: 'none',
      }
    case 'server-stopping':
      return { title: 'The server is stopping', text: 'Nothing is lost. Open the draft again in a moment.', way: 'reopen' }
    case 'ROOM_FULL':
      return {
        title: 'This draft is full',
        text: 'As many people as it can hold are here. Try again when somebody has left.',
        way: 'reopen',
      }
    case 'BAD_UPDATE':
      return {
        title: 'Your last edits could not be read by the server',
        text: 'Copy the text first. Then discard the edits that only this browser has, and go on from what everybody sees.',
        way: 'discard',
      }
    case 'TOO_LARGE':
      return {
        title: 'Your last edits do not fit into the draft',
        text: 'A draft can hold two megabytes. Copy the text first, then discard the edits that only this browser has.',
        way: 'discard',
      }
  }
}
