export { authorize, signedIn } from './authorize.ts'
export { abilitiesIn } from './conversations.ts'
