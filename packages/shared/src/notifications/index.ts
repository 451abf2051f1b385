export { countUnread } from './countUnread.ts'
export { listNotifications } from './listNotifications.ts'
export { markRead } from './markRead.ts'
export { notify } from './notify.ts'
