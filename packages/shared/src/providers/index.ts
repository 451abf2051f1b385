export { makeModels } from './makeModels.ts'
export type { Models } from './models.ts'
