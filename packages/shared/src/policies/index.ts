export { authorizeActivity } from './activity.ts'
export { authorize, signedIn } from './authorize.ts'
export { abilitiesIn, visibleConversations } from './conversations.ts'
export { abilitiesOnPrompt, type PromptViewer } from './prompts.ts'
export {
  abilitiesOn,
  authorizeTemplate,
  isListed,
  mayRead,
  mayRestore,
  visibleTemplates,
  type TemplatePlace,
} from './templates.ts'
export { administers } from './users.ts'
