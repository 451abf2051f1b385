import type { Act, ModelChoice } from '@prologue/contracts'
import { emptyBrief, nextQuestion } from '@prologue/prompt-kit'
import type { Exchange } from './beginExchange.ts'
import { withAsked } from './interview.ts'
import { readMessage, type Gathered, type Message } from './readMessage.ts'

type Asked = { act: Act; choice: ModelChoice | undefined }
/** What of an exchange its message says. */
type Said = Pick<
  Exchange,
  'act' | 'choice' | 'input' | 'turn' | 'pressed' | 'before' | 'brief' | 'interview' | 'question' | 'unsorted'
>

/**
 * What a message makes of what its conversation has gathered before it, and what is asked after it: the same whenever it is read again.
 * What is asked of a model for the draft alone leaves the brief as it is.
 * @throws AppError as reading the message does
 */
export function readExchange(message: Message, { act, choice }: Asked): (before: Gathered) => Said {
  const { input, ...pressed } = message
  const add = act === 'generate' ? readMessage(message) : keepBrief
  return (before) => {
    const { brief, interview, unsorted } = add(before)
    const said = { act, choice, input, turn: turnOf(message), pressed, before, brief }
    // A model asks by itself, and reads the words as they are.
    if (choice) return { ...said, interview, question: null, unsorted: [] }
    const question = nextQuestion(brief, interview)
    return { ...said, interview: question ? withAsked(interview, question) : interview, question, unsorted }
  }
}

const keepBrief = ({ brief = emptyBrief(), interview }: Gathered) => ({ brief, interview, unsorted: [] })

/** What a model is told where somebody pressed something and wrote nothing. */
function turnOf({ input, skips, files }: Message): string {
  if (input.trim() !== '') return input
  if (skips !== undefined) return `Leave the question about “${skips}” open.`
  return files ? `This is about “${files.slot}”: ${files.words}` : input
}
