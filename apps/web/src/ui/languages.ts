/** Those that prompts are written in most, as BCP 47 tags. */
const tags = (
  'ar bn cs da de el en-GB en-US es et fa fi fr he hi hr hu id it ja ko lt lv ms nb nl pl pt-BR pt-PT ro ru sk sl sr sv sw ta th tr uk ur ' +
  'vi zh-Hans zh-Hant'
).split(' ')

const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })

export type LanguageChoice = { tag: string; name: string }

const usual = byName(tags.map(toChoice))

/**
 * The languages to choose from, by name; one that is set and not among them stays a choice. The usual ones are the same objects at each
 * call: a list drawn of new ones would take its options anew, and forget which of them is chosen.
 */
export function languageChoices(set: string): LanguageChoice[] {
  return !set || tags.includes(set) ? usual : byName([...usual, toChoice(set)])
}

function toChoice(tag: string): LanguageChoice {
  return { tag, name: languageName(tag) }
}

function byName(choices: LanguageChoice[]): LanguageChoice[] {
  return choices.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
}

/** How a language is called in English; what is no tag, or empty, is left as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}
