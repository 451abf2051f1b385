import { bytesWords } from '../../ui/bytesWords.ts'

/** How much more there is than before, `+1.2 MB`; a dash where nobody measured then. */
export function growthWords(now: number, before: number | null): string {
  if (before === null) return '–'
  if (now === before) return '0'
  return `${now > before ? '+' : '−'}${bytesWords(Math.abs(now - before))}`
}
