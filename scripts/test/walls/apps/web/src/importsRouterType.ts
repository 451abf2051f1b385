// expects nothing
import type { AppRouter } from '@prologue/shared'

export type Api = AppRouter
