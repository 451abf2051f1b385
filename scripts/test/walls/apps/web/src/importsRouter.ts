// expects prologue(package-walls)
import { appRouter } from '@prologue/shared'

export const router = appRouter
