export { checkDrift, type Drift } from './checkDrift.ts'
export { exportReport } from './exportReport.ts'
export { readReport } from './readReport.ts'
