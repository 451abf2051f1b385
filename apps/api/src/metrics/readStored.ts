import type { Database } from '@prologue/shared'
import { Gauge, type Registry } from 'prom-client'

type Counted = { status: string; rows: number | string }
type Use = { provider: string; model: string } & Record<'prompts' | 'failed' | 'tokensIn' | 'tokensOut' | 'cost', number | string>

/** What the database knows of the work of all processes: its sums only ever grow, so that they serve as counters. */
export function readStored({ knex }: Database, registers: Registry[]) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge({ name, help, labelNames, registers })
  const up = gauge('prologue_database_up', '1 while the database answers, else 0; what it knows is missing then.')
  const jobs = gauge('prologue_jobs', 'Jobs of the last month by how they stand.', ['status'])
  const mails = gauge('prologue_mails', 'Mails of the last week by how they stand.', ['status'])
  const models = ['provider', 'model'] as const
  const answers = gauge('prologue_model_answers_total', 'Answers of models, and of the composer.', models)
  const failed = gauge('prologue_model_failures_total', 'Answers that failed.', models)
  const tokensIn = gauge('prologue_model_tokens_in_total', 'Tokens that models were sent.', models)
  const tokensOut = gauge('prologue_model_tokens_out_total', 'Tokens that models answered with.', models)
  const cost = gauge('prologue_model_cost_usd_total', 'What models cost, in US dollars, as far as prices are known.', models)
  const all = [jobs, mails, answers, failed, tokensIn, tokensOut, cost]

  async function countBy(table: string, into: Gauge<'status'>): Promise<void> {
    const rows = await knex(table)
      .groupBy('status')
      .select<Counted[]>('status', knex.raw('count(*) as ??', ['rows']))
    for (const row of rows) into.set({ status: row.status }, Number(row.rows))
  }

  async function readUse(): Promise<void> {
    const rows = await knex('model_usage_daily')
      .groupBy('provider', 'model')
      .sum({ prompts: 'prompts', failed: 'failed', tokensIn: 'tokensIn', tokensOut: 'tokensOut', cost: 'costMicroUsd' })
      .select<Use[]>('provider', 'model')
    for (const { provider, model, ...use } of rows) {
      const labels = { provider, model }
      answers.set(labels, Number(use.prompts))
      failed.set(labels, Number(use.failed))
      tokensIn.set(labels, Number(use.tokensIn))
      tokensOut.set(labels, Number(use.tokensOut))
      cost.set(labels, Number(use.cost) / 1_000_000)
    }
  }

  return {
    /** Never fails: that the database is away is what is read then. */
    async read(): Promise<void> {
      for (const each of all) each.reset()
      try {
        await countBy('jobs', jobs)
        await countBy('mail_outbox', mails)
        await readUse()
        up.set(1)
      } catch {
        up.set(0)
      }
    },
  }
}
