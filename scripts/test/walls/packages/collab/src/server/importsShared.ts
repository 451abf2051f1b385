// expects prologue(package-walls)
import { findDraft } from '@prologue/shared'

export const found = findDraft
