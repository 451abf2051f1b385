export { exportAll, exportTemplates, type ExportPage } from './exportTemplates.ts'
export { importTemplates } from './importTemplates.ts'
