export { discardTemplateDraft } from './discardTemplateDraft.ts'
export { getTemplateDraft } from './getTemplateDraft.ts'
export { publishTemplateDraft } from './publishTemplateDraft.ts'
export { saveTemplateDraft } from './saveTemplateDraft.ts'
