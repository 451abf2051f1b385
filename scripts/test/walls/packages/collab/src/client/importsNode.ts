// expects prologue(package-walls)
import { randomUUID } from 'node:crypto'

export const make = randomUUID
