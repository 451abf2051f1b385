import type { TemplateCategory, TemplateFamily, TemplateSort, TemplateVisibility } from '@prologue/contracts'

/** As the library has them. Not read from the schema: with it a page would fetch all of what checks schemas. */
export const categoryWords: Readonly<Record<TemplateCategory, string>> = {
  writing: 'Writing',
  coding: 'Coding',
  data: 'Data',
  support: 'Support',
  research: 'Research',
  education: 'Education',
  business: 'Business',
  productivity: 'Productivity',
  creative: 'Creative',
  language: 'Language',
}

/** The models a template is written for, by the names people know them by. */
export const familyWords: Readonly<Record<TemplateFamily, string>> = {
  claude: 'Claude',
  gpt: 'GPT',
  gemini: 'Gemini',
  plain: 'Others',
}

export const sortWords: Readonly<Record<TemplateSort, string>> = {
  'best-rated': 'Best rated',
  'most-used': 'Most used',
  trending: 'Trending',
  newest: 'Newest',
}

/** Who finds a template. */
export const visibilityWords: Readonly<Record<TemplateVisibility, string>> = {
  private: 'Private',
  unlisted: 'Unlisted',
  organization: 'Organization',
  public: 'Public',
}

/** What the word for it means: who it is. */
export const visibilityHints: Readonly<Record<TemplateVisibility, string>> = {
  private: 'only you',
  unlisted: 'whoever has the address',
  organization: 'the members of its organization',
  public: 'everybody, in the library',
}

/** "1 use", "1,204 uses"; of many no more than a glance tells. */
export function usesWords(count: number): string {
  if (count === 1) return '1 use'
  return `${count.toLocaleString('en', count < 10_000 ? {} : { notation: 'compact', maximumFractionDigits: 1 })} uses`
}

/** What belongs to nobody came with the program. */
export const builtInOwner = 'Prologue'

/** The library with one thing chosen: its path. */
export function libraryPath(chosen: { category?: TemplateCategory; tag?: string; author?: string } = {}): string {
  const query = new URLSearchParams(chosen).toString()
  return query ? `/templates?${query}` : '/templates'
}
