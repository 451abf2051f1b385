import type { ClosedBecause, DraftState, DraftStatus } from '@prologue/collab/client'
import type { Tone } from '../../ui/StateWord.tsx'

/** The one word of the draft's header: is what I typed safe? */
export function statusWord({ state, unsent }: Pick<DraftStatus, 'state' | 'unsent'>): string {
  if (unsent > 0 && state === 'offline') return `Offline (${edits(unsent)} kept here)`
  if (state === 'unsendable') return `Not sent (${edits(unsent)} kept here)`
  if (unsent > 0 && state === 'closed') return `Closed (${edits(unsent)} not sent)`
  return words[state]
}

const words: Readonly<Record<DraftState, string>> = {
  loading: 'Opening…',
  saved: 'Saved',
  saving: 'Saving…',
  unsendable: 'Not sent',
  offline: 'Offline',
  closed: 'Closed',
}

export const statusTones: Readonly<Record<DraftState, Tone>> = {
  loading: 'none',
  saved: 'good',
  saving: 'busy',
  unsendable: 'warn',
  offline: 'warn',
  closed: 'bad',
}

function edits(count: number): string {
  return count === 1 ? '1 edit' : `${count.toLocaleString('en')} edits`
}

/** What stands above a draft with edits that may not be sent any more. */
export function unsendableNote(unsent: number): { title: string; text: string } {
  const them = unsent === 1 ? 'It is' : 'They are'
  return {
    title: `${edits(unsent)} kept here, not sent: you may only read now`,
    text: `${them} sent by ${unsent === 1 ? 'itself' : 'themselves'} when you may write again. Until then you can copy the text, or discard what was not sent.`,
  }
}

export type Closing = {
  title: string
  text: string
  /** `reopen` tries again, `discard` first drops the edits that only this browser has, `none` offers only to copy. */
  way: 'reopen' | 'discard' | 'none'
}

const ended: Closing = {
  title: 'Your access to this draft has ended',
  text: 'The text stays here until you leave the page, so that you can copy it. The owner of the conversation can let you in again.',
  way: 'none',
}

/** The closing of a draft. Who finds it full reads from the server whether it is full of others or of their own pages. */
export function closingOf(because: ClosedBecause, serverWords: string): Closing {
  const closing = closings[because]
  return because === 'ROOM_FULL' && serverWords ? { ...closing, text: serverWords } : closing
}

/** What a closed draft says, and what can be done about it. */
export const closings: Readonly<Record<ClosedBecause, Closing>> = {
  'access-ended': ended,
  FORBIDDEN: ended,
  NOT_FOUND: ended,
  UNAUTHENTICATED: {
    title: 'You are signed out',
    text: 'Sign in again in another tab, then open the draft again here. The text stays until then.',
    way: 'reopen',
  },
  'epoch-changed': {
    title: 'The draft was replaced',
    text: 'Its text was set anew meanwhile. Copy what you still need from here, then open the new one.',
    way: 'reopen',
  },
  'draft-deleted': {
    title: 'The draft was deleted',
    text: 'The text stays here until you leave the page, so that you can copy it.',
    way: 'none',
  },
  'server-stopping': {
    title: 'The server is stopping',
    text: 'Nothing is lost. Open the draft again in a moment.',
    way: 'reopen',
  },
  'place-taken': {
    title: 'The draft was opened by another connection of this page',
    text: 'Nothing is lost. Open it here again.',
    way: 'reopen',
  },
  ROOM_FULL: {
    title: 'The draft could not be opened',
    text: 'As many people as it can hold are here. Try again when somebody has left.',
    way: 'reopen',
  },
  BAD_UPDATE: {
    title: 'Your last edits could not be read by the server',
    text: 'Copy the text first. Then discard the edits that only this browser has, and go on from what everybody sees.',
    way: 'discard',
  },
  TOO_LARGE: {
    title: 'Your last edits do not fit into the draft',
    text: 'A draft can hold two megabytes. Copy the text first, then discard the edits that only this browser has.',
    way: 'discard',
  },
}
