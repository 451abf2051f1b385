export { countWords } from './countWords.ts'
export { rebuildSearch } from './rebuildSearch.ts'
export { search } from './search.ts'
