export { acknowledgeAlert } from './acknowledgeAlert.ts'
export { listAlerts } from './listAlerts.ts'
export { raiseAlerts } from './raiseAlerts.ts'
