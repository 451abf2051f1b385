import { randomBytes } from 'node:crypto'
import { makeGenerations, makeModels, makeSecrets } from '@prologue/shared'
import type { Services } from '@prologue/shared'

const nothing = () => {}

/** What operations use beside the database, where nobody listens, nothing is mailed and nothing is limited. */
export function makeServices(drafts: Services['drafts']): Services {
  return {
    publicUrl: 'http://localhost',
    setup: { token: null },
    drafts,
    generations: makeGenerations(),
    models: makeModels(),
    rooms: {
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
    },
    access: { conversationChanged: nothing, sessionEnded: nothing, accountChanged: nothing },
    rates: { take: async (name) => ({ name, allowed: true, remaining: 1, resetsIn: 1 }) },
    mail: { sends: false, post: nothing, kept: () => [] },
    secrets: makeSecrets(randomBytes(32)),
    jobKinds: {},
    exportsFolder: '',
  }
}
