export { applyPrompt } from './applyPrompt.ts'
export { createDraftStore } from './createDraftStore.ts'
export { draftAccess } from './draftAccess.ts'
export { undoApply } from './undoApply.ts'
