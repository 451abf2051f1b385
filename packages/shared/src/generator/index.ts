export { fillDatabase } from './fillDatabase.ts'
