import type { Insert } from '../database/dialect/dialect.ts'
import { writeAudit } from './audit.ts'
import { writeConversations, type Findings } from './conversations.ts'
import { makeBatches } from './makeBatches.ts'
import { writeOrganizations, writePeople } from './people.ts'
import { makePlan, type Settings } from './plan.ts'
import type { Writing } from './rows.ts'
import { writeTemplates } from './templates.ts'
import { makeWriter } from './words.ts'

/** How far a step has come. */
export type Report = (step: string, done: number, of: number) => void

/** Works out all rows, a batch at a time, with sums that are true: no trigger is needed. */
export async function writeRows(settings: Settings, insert: Insert, report: Report): Promise<void> {
  const plan = makePlan(settings)
  const write = makeWriter()
  const findings: Findings = { uses: new Map(), models: new Map() }
  const { put, drain, finish } = makeBatches(insert)

  async function each(step: string, count: number, writing: Writing): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      writing(index, put)
      await drain()
      if (index % 1000 === 0) report(step, index, count)
    }
    await finish()
    report(step, count, count)
  }

  const { counts } = plan
  await each('people', counts.people, writePeople(plan))
  await each('organizations', counts.organizations, writeOrganizations(plan))
  await each('conversations', counts.conversations, writeConversations(plan, write, findings))
  await each('templates', counts.templates, writeTemplates(plan, write, findings.uses))
  for (const use of findings.models.values()) put('model_usage_daily', use)
  await each('audit', counts.audits, writeAudit(plan))
}
