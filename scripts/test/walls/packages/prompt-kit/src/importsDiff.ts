// expects nothing
import { diffLines } from 'diff'

export const difference = diffLines
