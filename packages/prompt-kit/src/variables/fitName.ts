import { variableSchema } from './schema.ts'

/** A name in words as other tools take it: "topic", "company name", "due-date". No flags, to be put into larger patterns with `u`. */
export const wordsPattern = String.raw`[\p{L}_][\p{L}\p{N}\p{M}_]*(?:[ -][\p{L}\p{N}_][\p{L}\p{N}\p{M}_]*)*`

/** What a declaration may call it: "Company Name" and "companyName" → "company_name", "prénom" → "prenom". */
export function fitName(words: string): string {
  const name = words
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/([a-z\d])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[\d_]+/, '')
    .slice(0, 64)
    .replace(/_$/, '')
  if (name === '') return 'value'
  return isName(name) ? name : `${name.slice(0, 58)}_value`
}

/** Whether a variable may be declared under it. */
export function isName(name: string): boolean {
  return variableSchema.safeParse({ name, type: 'text' }).success
}
