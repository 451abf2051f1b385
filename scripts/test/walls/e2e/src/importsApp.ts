// expects prologue(package-walls)
import { start } from '../../apps/api/src/start.ts'

export const begin = start
