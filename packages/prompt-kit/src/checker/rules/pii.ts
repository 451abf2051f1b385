import type { Span } from '../../brief/schema.ts'
import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

type Kind = { what: string; pattern: RegExp; isReal?: (found: string) => boolean }

const kinds: readonly Kind[] = [
  {
    what: 'an e-mail address',
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/gi,
    isReal: (address) =>
      !/@(?:[\w.-]*\.)?(?:example|test|invalid|localhost)(?:\.(?:com|org|net))?$|@(?:your|my|company|domain|email|mail)[\w-]*\./i.test(
        address,
      ),
  },
  {
    what: 'a card number',
    pattern: /(?<![\d.-])(?:\d[ -]?){12,18}\d(?![\d.-])/g,
    isReal: (number) => hasLuhn(number.replace(/\D/g, '')),
  },
  {
    what: 'an account number (IBAN)',
    pattern: /(?<![A-Z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z0-9])/g,
    isReal: (number) => isIban(number.replaceAll(' ', '')),
  },
  {
    what: 'a phone number',
    pattern: /(?<![\w+.-])\+\d{1,3}[ .-]?(?:\(\d{1,4}\)[ .-]?)?(?:\d{2,4}[ .-]?){2,4}\d{2,4}(?![\w-])/g,
    isReal: (number) => !/555/.test(number),
  },
  { what: 'a social security number', pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g },
]

export const pii: Rule = {
  name: 'pii',
  severity: 'warning',
  certainty: 'heuristic',
  why: 'Whoever uses the prompt, and every model it is sent to, reads what stands in it of people.',
  source: sources.leakage,
  find({ text }) {
    const taken: Span[] = []
    return kinds.flatMap(({ what, pattern, isReal }) =>
      [...text.matchAll(pattern)].flatMap(({ index: start, 0: found }) => {
        const range = { start, end: start + found.length }
        if (isReal?.(found) === false || taken.some((each) => each.start < range.end && range.start < each.end)) return []
        taken.push(range)
        return [{ range, message: `This looks like ${what} of somebody; put a variable or a made-up one in its place.` }]
      }),
    )
  },
}

/** The check digit of cards. */
function hasLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0 && new Set(digits).size > 3
}

/** The check digits of ISO 13616. */
function isIban(number: string): boolean {
  const digits = `${number.slice(4)}${number.slice(0, 4)}`.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  let rest = 0
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % 97
  return rest === 1
}
