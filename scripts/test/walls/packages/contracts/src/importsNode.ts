// expects prologue(package-walls)
import { readFileSync } from 'node:fs'

export const read = readFileSync
