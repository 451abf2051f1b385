// expects prologue(package-walls)
import { App } from '@prologue/web'

export const page = App
