export { bringBack } from './bringBack.ts'
export { listDeleted } from './listDeleted.ts'
export { purgeNow } from './purgeNow.ts'
