import type { Ctx } from '../context.ts'
import { Prompt } from '../models/index.ts'
import { noneAsked } from './interview.ts'
import type { Gathered } from './readMessage.ts'

type Asked = Pick<Prompt, 'act' | 'metadata' | 'parentPromptId'>

/**
 * What the conversation had gathered before an exchange: what the one ended with that it goes on from, which may be deleted. Where there
 * is none, nothing; what was asked for the draft alone has its brief from before.
 */
export async function readBefore(tx: Ctx, { act, metadata, parentPromptId }: Asked): Promise<Gathered> {
  const parent =
    parentPromptId === null
      ? undefined
      : await Prompt.with(tx).context({ withDeleted: true }).findById(parentPromptId).select('id', 'metadata')
  const { brief, interview = noneAsked, question } = parent?.metadata ?? (act === 'generate' ? {} : metadata)
  return { brief, interview, open: question?.slot ?? null }
}
