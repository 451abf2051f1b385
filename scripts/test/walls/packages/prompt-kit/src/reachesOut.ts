// expects prologue(package-walls)
import { limits } from '../../contracts/src/limits.ts'

export const longest = limits
