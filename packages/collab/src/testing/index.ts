export { createMemoryStore } from './createMemoryStore.ts'
export type { MemoryStore } from './createMemoryStore.ts'
