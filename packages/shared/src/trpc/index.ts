import { accountInvitationsRouter } from './accountInvitations.ts'
import { accountRouter } from './account.ts'
import { activityRouter } from './activity.ts'
import { alertsRouter } from './alerts.ts'
import { adminRouter } from './admin.ts'
import { authRouter } from './auth.ts'
import { checkpointsRouter } from './checkpoints.ts'
import { commentsRouter } from './comments.ts'
import { conversationsRouter } from './conversations.ts'
import { deletedContentRouter } from './deletedContent.ts'
import { draftsRouter } from './drafts.ts'
import { favouritesRouter } from './favourites.ts'
import { libraryRouter } from './library.ts'
import { interchangeRouter } from './interchange.ts'
import { databaseRouter } from './database.ts'
import { jobsRouter } from './jobs.ts'
import { mailRouter } from './mail.ts'
import { modelsRouter } from './models.ts'
import { notificationsRouter } from './notifications.ts'
import { participantsRouter } from './participants.ts'
import { peopleRouter } from './people.ts'
import { promptsRouter } from './prompts.ts'
import { providersRouter } from './providers.ts'
import { ratingsRouter } from './ratings.ts'
import { searchRouter } from './search.ts'
import { sessionsRouter } from './sessions.ts'
import { settingsRouter } from './settings.ts'
import { sharesRouter } from './shares.ts'
import { templateDraftsRouter } from './templateDrafts.ts'
import { templateOffersRouter } from './templateOffers.ts'
import { templateReportsRouter } from './templateReports.ts'
import { templatesRouter } from './templates.ts'
import { router } from './trpc.ts'
import { usersRouter } from './users.ts'

export const appRouter = router({
  accountInvitations: accountInvitationsRouter,
  account: accountRouter,
  activity: activityRouter,
  alerts: alertsRouter,
  admin: adminRouter,
  auth: authRouter,
  checkpoints: checkpointsRouter,
  comments: commentsRouter,
  conversations: conversationsRouter,
  deletedContent: deletedContentRouter,
  drafts: draftsRouter,
  favourites: favouritesRouter,
  library: libraryRouter,
  interchange: interchangeRouter,
  database: databaseRouter,
  jobs: jobsRouter,
  mail: mailRouter,
  models: modelsRouter,
  notifications: notificationsRouter,
  participants: participantsRouter,
  people: peopleRouter,
  prompts: promptsRouter,
  providers: providersRouter,
  ratings: ratingsRouter,
  search: searchRouter,
  sessions: sessionsRouter,
  settings: settingsRouter,
  shares: sharesRouter,
  templateDrafts: templateDraftsRouter,
  templateOffers: templateOffersRouter,
  templateReports: templateReportsRouter,
  templates: templatesRouter,
  users: usersRouter,
})

export type AppRouter = typeof appRouter
export { toTrpcError, type RequestCtx } from './trpc.ts'
