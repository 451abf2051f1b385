export { failInterrupted } from './failInterrupted.ts'
export { makeGenerations, type Generations } from './generations.ts'
export { sendPrompt } from './sendPrompt.ts'
export { stopPrompt } from './stopPrompt.ts'
