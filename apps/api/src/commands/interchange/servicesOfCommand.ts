import { readEnv } from '../../env.ts'
import type { AccessChanges, Rooms, Services } from '@prologue/shared'

const nothing = () => {}

/** No page is open at a command. Servers on the same database judge what is open at theirs every minute. */
const rooms: Rooms = {
  conversationChanged: nothing,
  conversationActive: nothing,
  promptChanged: nothing,
  branchesChanged: nothing,
  promptDelta: nothing,
  promptEdit: nothing,
  sectionsChanged: nothing,
  commentsChanged: nothing,
  checkpointsChanged: nothing,
  listChanged: nothing,
  personRenamed: nothing,
  notificationsChanged: nothing,
  announcementChanged: nothing,
  isHere: async () => false,
}
const access: AccessChanges = { conversationChanged: nothing, sessionEnded: nothing, accountChanged: nothing }

/** What a command gives operations beside the database: nothing. It tells no rooms, has no mails, and loads no more than it needs. */
export const servicesOfCommand: Services = {
  get publicUrl() {
    return none('address')
  },
  get setup() {
    return none('setup')
  },
  get drafts() {
    return none('drafts')
  },
  get generations() {
    return none('answers')
  },
  get models() {
    return none('models')
  },
  rooms,
  access,
  get rates() {
    return none('rates')
  },
  get secrets() {
    return none('secrets')
  },
  get mail() {
    return none('mails')
  },
  get exportsFolder() {
    return readEnv().exportsFolder
  },
  get jobKinds() {
    return none('jobs')
  },
}

function none(what: string): never {
  throw new Error(`A command has no ${what}.`)
}
