export { engines, onEachEngine } from './engines.ts'
export { buildConversation, buildParticipant, buildUser, ctxOf } from './factories.ts'
export { onEachDatabase, openWorld, type World } from './world.ts'
