export { jobKinds, type JobKind } from './jobKinds.ts'
export { startJobs } from './startJobs.ts'
