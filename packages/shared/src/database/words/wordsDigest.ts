import { hash } from 'node:crypto'
import { wordsOf } from './wordsOf.ts'

/** What stands for the words of a text where the text itself need not be kept or read. */
export const wordsDigest = (text: string) => hash('sha256', wordsOf(text))
