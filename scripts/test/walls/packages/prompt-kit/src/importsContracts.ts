// expects prologue(package-walls)
import { limits } from '@prologue/contracts'

export const longest = limits
