// expects prologue(package-walls)
import { findTemplate } from '@prologue/shared'

export const found = findTemplate
