import type { Act } from '@prologue/contracts'

type Words = {
  /** On the button. */
  name: string
  /** What it does, after its name. */
  does: string
  /** In the chat, where the message has no words of its own. */
  asked: string
}

export const actWords: Readonly<Record<Act, Words>> = {
  generate: { name: 'Generate', does: 'the whole prompt anew, from what you said', asked: 'Generate the prompt' },
  improve: { name: 'Improve', does: 'clearer and more complete', asked: 'Improve the draft' },
  shorten: { name: 'Shorten', does: 'the same in fewer words', asked: 'Shorten the draft' },
  translate: { name: 'Translate', does: 'into another language', asked: 'Translate the draft' },
  explain: { name: 'Explain', does: 'what the draft makes a model do', asked: 'Explain the draft' },
  fix: { name: 'Fix findings', does: 'what the check finds', asked: 'Fix what the check finds' },
}
