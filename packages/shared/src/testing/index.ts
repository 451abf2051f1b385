export { appCode } from './appCode.ts'
export { engines, onEachEngine } from './engines.ts'
export { testRedisUrl } from './env.ts'
export { entered } from './entered.ts'
export { enteredGuest } from './enteredGuest.ts'
export {
  buildConversation,
  buildOrganization,
  buildParticipant,
  buildPrompt,
  buildTemplate,
  buildUser,
  ctxOf,
} from './factories.ts'
export { holdTexts } from './holdTexts.ts'
export type { Mailbox } from './mailbox.ts'
export { openModelServer, type Behaviour, type ModelServer } from './modelServers/openModelServer.ts'
export { readArchive } from './readArchive.ts'
export { sampleInputs } from './sampleInputs.ts'
export { signedUp } from './signedUp.ts'
export { somebodySecured } from './somebodySecured.ts'
export { onEachDatabase, openWorld, type World } from './world.ts'
export { scriptedChoice, withScript, type Script } from './scriptedModel.ts'
