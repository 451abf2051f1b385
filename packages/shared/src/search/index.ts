export { countWords } from './countWords.ts'
export { presentTemplates } from './presentTemplates.ts'
export { rebuildSearch } from './rebuildSearch.ts'
export { search } from './search.ts'
