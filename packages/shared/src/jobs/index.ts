export { jobKinds, type JobKinds } from './jobKinds.ts'
export { listJobs } from './listJobs.ts'
export { startJob } from './startJob.ts'
export { startJobs } from './startJobs.ts'
