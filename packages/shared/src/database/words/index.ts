export { documentTokens, weigh } from './documentTokens.ts'
export { firstMatch, matchRanges } from './matchRanges.ts'
export { queryTerms, type Term } from './queryTerms.ts'
export { templateWeights } from './templateWeights.ts'
