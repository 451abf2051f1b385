import type { ReportReason, ReportStatus, TemplateReport } from '@prologue/contracts'

/** What is said to be wrong, as a word in a list. */
export const reasonWords: Readonly<Record<ReportReason, string>> = {
  spam: 'Spam or advertising',
  harmful: 'Does harm',
  copyright: 'Copied without leave',
  'personal-data': 'Private data of a person',
  other: 'Something else',
}

export const statusWords: Readonly<Record<ReportStatus, string>> = {
  open: 'Open',
  upheld: 'Upheld',
  dismissed: 'Dismissed',
}

/** What stands where no report of a status is. */
export const emptyWords: Readonly<Record<ReportStatus, string>> = {
  open: 'Nothing waits for you. When somebody reports a template or a review, it stands here until a moderator decides.',
  upheld: 'No template was made private and no review taken away for a report so far.',
  dismissed: 'No report was dismissed so far.',
}

/** What a report is of, within a sentence. */
export function aboutWords({ template, review }: Pick<TemplateReport, 'template' | 'review'>): string {
  return review ? `what ${review.author.name} wrote about “${template.title}”` : `“${template.title}”`
}
