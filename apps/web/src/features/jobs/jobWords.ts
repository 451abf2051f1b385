import type { JobResult, JobRun } from '@prologue/contracts'
import { ago, duration, fullTime } from '../../ui/time.ts'

type Words = { title: string; what: string }

const words: Record<string, Words> = {
  'seal-audit': { title: 'Seal the audit', what: 'Every ten minutes, so that nobody changes what happened unnoticed.' },
  'verify-audit': {
    title: 'Verify the audit',
    what: 'Each night: all of it is compared with its seals. What is wrong the page Database says.',
  },
  'raise-alerts': { title: 'Look for what is unusual', what: 'Every minute, by what the settings call too much.' },
  'refresh-trending': { title: 'Work out what is trending', what: 'Every hour, from the uses of the last two weeks.' },
  'data-exports': {
    title: 'Make archives of people’s data',
    what: 'At once where somebody asks for one. Every hour those of a day ago are taken away.',
  },
  'fold-usage': { title: 'Add up days of use', what: 'Each night: days of long ago become months, as the settings say.' },
  'fold-drafts': {
    title: 'Fold the logs of drafts',
    what: 'Each night: edits that a server which ended amid its work left one by one become part of their draft.',
  },
  'archive-idle': {
    title: 'Put idle conversations away',
    what: 'Each night: those in which nobody wrote for as long as the settings say. Their people find them in the archive.',
  },
  'purge-prompts': {
    title: 'Remove old exchanges',
    what: 'Each night, for good: what was asked of models as long ago as the settings say. By itself they stay with their conversation.',
  },
  'purge-deleted': {
    title: 'Remove what was deleted',
    what: 'Each night, for good: what was deleted as long ago as the settings say. Accounts are erased then.',
  },
  'end-sessions': { title: 'Drop ended sessions', what: 'Each night: sign-ins that lead in nowhere any more.' },
  'forget-jobs': { title: 'Forget old jobs', what: 'Each night: what ended as long ago as the settings say leaves this page.' },
  'forget-mails': {
    title: 'Forget old mails',
    what: 'Each night: to whom mails went a week ago. What they say is gone once they are sent.',
  },
  'sample-sizes': { title: 'Measure the tables', what: 'Each night, so that the page Database tells how they grow.' },
  'count-words': { title: 'Count words', what: 'Each night, so that the search knows which words are rare.' },
  'retain-audit': {
    title: 'Let old months of the audit go',
    what: 'Each night, for good, whole months that are sealed, as the settings say. By itself all of them stay.',
  },
  'make-months': { title: 'Make months of the audit', what: 'Each night: the next three are there before they come.' },
}

/** What people call a kind of job; one of a newer server goes by its own name. */
export const jobWords = (name: string): Words => words[name] ?? { title: name, what: '' }

/** How a run ended, for its line. */
export function runWords({ status, beganAt, endedAt, dueAt, result, failure, attempts }: JobRun): string {
  if (status === 'running') return `Began ${beganAt ? ago(beganAt) : 'just now'}`
  if (status === 'waiting' && failure !== null) return `Failed ${times(attempts)}, tried again ${fullTime(dueAt)}. ${failure}`
  if (status === 'waiting') return `Due ${fullTime(dueAt)}`
  const took = beganAt && endedAt ? ` in ${duration(endedAt.getTime() - beganAt.getTime())}` : ''
  const when = endedAt ? ago(endedAt) : ''
  if (status === 'failed') return `Given up ${when}, after ${times(attempts)}. ${failure ?? ''}`
  return `Done ${when}${took}${resultWords(result ?? {})}`
}

/** What came of it, after a colon; counts of nothing are left out. */
function resultWords(result: JobResult): string {
  const all = Object.entries(result)
  const told = all.filter(([, value]) => value !== 0)
  if (told.length === 0) return all.length > 0 ? '; there was nothing to do' : ''
  return `: ${told.map(([name, value]) => `${typeof value === 'number' ? value.toLocaleString('en') : value} ${name}`).join(', ')}`
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
