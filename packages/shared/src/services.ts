import type { DraftServer } from '@prologue/collab/server'
import type { ProposedEdit } from '@prologue/contracts'
import type { Setup } from './auth/index.ts'
import type { Generations } from './generation/index.ts'
import type { JobKinds } from './jobs/index.ts'
import type { Models } from './providers/index.ts'
import type { Rates } from './rates/index.ts'
import type { Secrets } from './secrets.ts'
import type { Mails } from './mail/index.ts'

/** What the process gives every operation beside the database. */
export type Services = {
  /** Where people reach this server, without a slash at the end. */
  publicUrl: string
  setup: Setup
  drafts: Pick<DraftServer<unknown>, 'edit' | 'read' | 'capture'>
  generations: Generations
  models: Models
  rooms: Rooms
  access: AccessChanges
  rates: Rates
  secrets: Secrets
  mail: Mails
  /** The folder of the archives that people ask for; made when it is needed. */
  exportsFolder: string
  /** What the process does by itself. */
  jobKinds: JobKinds
}

/** News for everybody who has a conversation open, and for people wherever they are. Carries ids; only an answer being written carries text. */
export type Rooms = {
  /** This and a prompt that changed reach the lists of all its people, too; at most once a second. */
  conversationChanged(conversationId: string): void
  /** To the lists of all its people alone: its draft is written in, or there is a new comment. */
  conversationActive(conversationId: string): void
  promptChanged(conversationId: string, promptId: string): void
  /** To its room alone: of the answers to a message another is shown, and with it what came after it. */
  branchesChanged(conversationId: string): void
  promptDelta(conversationId: string, promptId: string, offset: number, text: string): void
  /** An edit of an answer that is being written, by its place among them. */
  promptEdit(conversationId: string, promptId: string, position: number, edit: ProposedEdit): void
  /** To its room alone: a section was locked or opened, or the assistant wrote in one. */
  sectionsChanged(conversationId: string): void
  /** To its room alone: of what is done to a comment that is there, lists show nothing. */
  commentsChanged(conversationId: string): void
  checkpointsChanged(conversationId: string): void
  /** News for these people wherever they are: a conversation came into their list, left it, or has other marks of theirs. */
  listChanged(userIds: readonly string[], conversationId: string): void
  /** Somebody has another name now: those who are in a conversation with them see it. */
  personRenamed(userId: string, name: string): void
  notificationsChanged(userIds: readonly string[]): void
  /** To everybody who has a page open here. */
  announcementChanged(): void
  /** Whether this person is at a conversation just now: in its room, and not idle there. */
  isHere(userId: string): Promise<boolean>
}

/** Changes after which open sockets are judged anew. Called after the commit. */
export type AccessChanges = {
  conversationChanged(conversationId: string): void
  sessionEnded(sessionId: string): void
  /** Somebody's account went or came back, and with it what they own: everything open is judged anew. */
  accountChanged(userId: string): void
}
