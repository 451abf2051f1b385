export { abilitiesOfAccount } from './accounts.ts'
export { authorize, may, signedIn, withAccount } from './authorize.ts'
export { abilitiesOnComment } from './comments.ts'
export { abilitiesIn, visibleConversations } from './conversations.ts'
export { abilitiesOnPrompt, visiblePrompts } from './prompts.ts'
export { recentlyConfirmed } from './recentlyConfirmed.ts'
export { visibleSessions } from './sessions.ts'
export {
  abilitiesOn,
  isListed,
  ownDeletedTemplates,
  ownTemplates,
  publicTemplates,
  readableTemplates,
  shownVersions,
  visibleTemplates,
} from './templates.ts'
