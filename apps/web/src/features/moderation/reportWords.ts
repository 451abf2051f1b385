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
  upheld: 'No template was hidden and no review taken away for a report so far.',
  dismissed: 'No report was dismissed so far.',
}

/** What a report is of, within a sentence. */
export function aboutWords({ template, version, review }: Pick<TemplateReport, 'template' | 'version' | 'review'>): string {
  if (review) return `what ${review.author.name} wrote about “${template.title}”`
  return version && !version.isCurrent ? `version ${version.number} of “${template.title}”` : `“${template.title}”`
}

type Deed = { short: string; whole: string; done: string }

/** What upholding a report does, as its button says it and as it is said once it is done. */
export function upholdWords(report: TemplateReport): Deed {
  const about = aboutWords(report)
  const title = `“${report.template.title}”`
  const { review, version } = report
  if (review && !review.isCurrent) {
    const done = `Those words of ${review.author.name} stay away from ${title}, and all reports of them are decided.`
    return { short: 'keep it away', whole: `keep ${about} away`, done }
  }
  if (review) {
    const done = `What ${review.author.name} wrote about ${title} is gone, and all reports of it are decided.`
    return { short: 'take it away', whole: `take ${about} away`, done }
  }
  if (version && !version.isCurrent) {
    const done = `Only its owner and moderators are shown version ${version.number} of ${title}. The newest stays as it is.`
    return { short: `hide version ${version.number}`, whole: `hide ${about}`, done }
  }
  const done = `${title} is private now, and all reports of this text are decided. Nobody can share it again.`
  return { short: 'make it private', whole: `make ${about} private`, done }
}
