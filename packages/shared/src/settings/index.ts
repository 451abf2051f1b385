export { getSettings } from './getSettings.ts'
export { readSettings } from './readSettings.ts'
export { saveSettings } from './saveSettings.ts'
