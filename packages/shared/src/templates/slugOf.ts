import { limits } from '@prologue/contracts'

/** Room for a number behind it. */
const longest = limits.slug - 20

/** Latin letters that are no letter with a mark: taking marks away leaves them as they are. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
}

/** Where the page has something else. */
const reserved: ReadonlySet<string> = new Set(['new', 'import'])

/** The address a title makes, in plain letters and digits. Where it has no Latin letter, one made from the id. */
export function slugOf(title: string, id: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/\P{ASCII}/gu, (letter) => spelled[letter] ?? ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longest)
    .replace(/^-|-$/g, '')
  return /[a-z]/.test(plain) && !reserved.has(plain) ? plain : `template-${id.slice(-12)}`
}
