// expects prologue(package-walls)
import { createHash } from 'node:crypto'

export const hash = createHash
