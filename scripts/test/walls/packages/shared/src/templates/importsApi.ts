// expects prologue(package-walls)
import { server } from '@prologue/api'

export const running = server
