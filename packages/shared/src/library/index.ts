export { browseLibrary } from './browseLibrary.ts'
export { countFacets } from './countFacets.ts'
