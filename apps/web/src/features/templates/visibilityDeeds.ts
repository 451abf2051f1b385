import type { TemplateVisibility } from '@prologue/contracts'

/** What has come of a choice of who finds a template. */
export const visibilityDeeds: Readonly<Record<TemplateVisibility, string>> = {
  private: 'Nobody but you finds this template now.',
  unlisted: 'Whoever has the address of this template can read it now.',
  organization: 'The members of its organization find this template now.',
  public: 'Everybody finds this template now.',
}
