export { checkBackup } from './checkBackup.ts'
export { getLastBackup, noteBackup } from './lastBackup.ts'
export { restoreBackup, type Restored } from './restoreBackup.ts'
export { writeBackup } from './writeBackup.ts'
