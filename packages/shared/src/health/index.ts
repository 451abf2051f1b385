export { findProblems } from './findProblems.ts'
export { readHealth } from './readHealth.ts'
export { sampleSizes } from './sampleSizes.ts'
