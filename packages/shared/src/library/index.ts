export { browseLibrary } from './browseLibrary.ts'
export { countFacets } from './countFacets.ts'
export { fitTemplates } from './fitTemplates.ts'
