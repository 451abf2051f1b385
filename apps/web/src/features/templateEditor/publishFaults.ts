import { limits } from '@prologue/contracts'
import { forbidsPublishing, type Finding } from '@prologue/prompt-kit'
import { bySeverity } from '../../editor/findings/findingPlaces.ts'
import type { JudgedVariables } from './judgeVariables.ts'
import type { Unfinished } from './unfinished.ts'

export type PublishFaults = {
  /** What forbids a version, in sentences. */
  reasons: readonly string[]
  /** What the checker found that forbids it. */
  forbid: readonly Finding[]
  /** What else it found. */
  rest: readonly Finding[]
}

/** What is in the way of a version, and what is only to be known of it. */
export function publishFaults(written: Unfinished, judged: JudgedVariables, findings: readonly Finding[]): PublishFaults {
  const { content, variables } = written
  const reasons = [
    ...(content.trim() === '' ? ['Write the text of the template.'] : []),
    ...(content.length > limits.template ? [`A template can have ${limits.template.toLocaleString('en')} characters.`] : []),
    ...[...judged.faults].map(([index, faults]) => {
      const name = variables[index]?.['name']
      return `The variable “${typeof name === 'string' ? name : ''}” is incomplete: ${Object.values(faults).join(' ')}`
    }),
  ]
  const forbids = (finding: Finding) => forbidsPublishing(finding, judged.known)
  return { reasons, forbid: bySeverity(findings.filter(forbids)), rest: findings.filter((finding) => !forbids(finding)) }
}
