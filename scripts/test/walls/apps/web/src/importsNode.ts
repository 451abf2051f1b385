// expects prologue(package-walls)
import { join } from 'node:path'

export const path = join
