export { authorize, signedIn } from './authorize.ts'
export { abilitiesIn } from './conversations.ts'
export { abilitiesOn, authorizeTemplate, isListed, mayRead, visibleTemplates, type TemplatePlace } from './templates.ts'
