import { briefFromForm, compose, type BriefForm, type Family } from '@prologue/prompt-kit'

/** Apart from its page, so that the composer is fetched after the page's own words stand. */
export function composeSample(form: BriefForm, family: Family): string {
  return compose(briefFromForm(form), { family }).text
}
