import type { Insert } from '../database/dialect/dialect.ts'
import { writeAudit } from './audit.ts'
import { writeConversations, type Findings } from './conversations.ts'
import { makeBatches, type Batches } from './makeBatches.ts'
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
  const { people, organizations, conversations, templates, audits } = plan.counts
  const total = people + organizations + conversations + templates + audits
  const failed = new AbortController()
  let done = 0

  /** Rows that come one after the other, as each table is in the order of its numbers. */
  async function each(count: number, writing: Writing, { put, drain, finish }: Batches): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      if (failed.signal.aborted) return
      writing(index, put)
      await drain()
      if (done % 1000 === 0) report('rows', done, total)
      done += 1
    }
    await finish()
  }

  async function writeWorld(): Promise<void> {
    const write = makeWriter()
    const findings: Findings = { uses: new Map(), models: new Map() }
    const batches = makeBatches(insert)
    await each(people, writePeople(plan), batches)
    await each(organizations, writeOrganizations(plan), batches)
    await each(conversations, writeConversations(plan, write, findings), batches)
    await each(templates, writeTemplates(plan, write, findings.uses), batches)
    for (const use of findings.models.values()) batches.put('model_usage_daily', use)
    await batches.finish()
  }

  // The audit speaks of all the others by numbers alone, so it need not wait for them.
  const both = [writeWorld(), each(audits, writeAudit(plan), makeBatches(insert))]
  for (const one of both) one.catch(() => failed.abort())
  // Neither is left alone when the other has failed.
  await Promise.allSettled(both)
  await Promise.all(both)
  report('rows', total, total)
}
