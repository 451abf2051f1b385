import { describe, expect, test } from 'vitest'
import { compose } from '../../composer/compose.ts'
import { parseBrief } from '../parseBrief.ts'
import { families } from '../schema.ts'
import type { Brief } from '../schema.ts'
import { droppedWords } from './kept.ts'

/** The values of what was read, without the slots that stayed empty; the archetype apart. */
function slotsOf(text: string): Record<string, unknown> {
  const brief: Brief = parseBrief(text)
  const filled: [string, unknown][] = []
  for (const [name, slot] of Object.entries(brief)) {
    if (slot === null || (Array.isArray(slot) && slot.length === 0)) continue
    if (name === 'task' && brief.task !== null) filled.push([name, `${brief.task.value.verb} ${brief.task.value.object}`.trim()])
    else filled.push([name, Array.isArray(slot) ? slot.map(({ value }) => value) : Reflect.get(slot, 'value')])
  }
  return Object.fromEntries(filled)
}

const dont = (rule: string) => ({ rule, instead: '' })
const tool = (name: string, when = '', ifMissing = '') => ({ name, when, ifMissing })

const described: readonly (readonly [string, Record<string, unknown>])[] = [
  [
    'A friendly support assistant for a bicycle shop. It answers in German, keeps replies under 120 words and never promises refunds. The customer pastes an order confirmation.',
    {
      role: 'A friendly support assistant for a bicycle shop',
      language: 'German',
      length: { unit: 'words', min: null, max: 120 },
      dont: [dont('never promise refunds.')],
      inputs: ['The customer pastes an order confirmation.'],
      task: '',
    },
  ],
  [
    'An assistant that answers in German, cites sources and never gives legal advice.',
    { role: 'An assistant', language: 'German', do: ['cite sources'], dont: [dont('never give legal advice.')] },
  ],
  [
    'A maths tutor for teenagers. It asks one question at a time, always praises effort and never reveals the solution.',
    {
      role: 'A maths tutor',
      audience: 'teenagers',
      steps: ['ask one question at a time'],
      do: ['always praise effort'],
      dont: [dont('never reveal the solution.')],
      task: '',
    },
  ],
  [
    'Customer support bot for a hosting company. It looks up orders with lookup_order, has access to the order database and can search the web. If the order number is missing, it asks for it.',
    {
      role: 'Customer support bot for a hosting company',
      tools: [
        tool('lookup_order', 'look up orders', 'If the order number is missing, ask for it.'),
        tool('the order database'),
        tool('', 'you can search the web.'),
      ],
      task: '',
    },
  ],
  [
    'An invoice reader. It extracts totals, returns JSON with the fields name and amount, never guesses values and leaves missing fields empty.',
    {
      role: 'An invoice reader',
      task: 'extract totals',
      output: { kind: 'json', schema: '', template: '', note: 'return JSON with the fields name and amount' },
      dont: [dont('never guess values')],
      steps: ['leave missing fields empty.'],
    },
  ],
  [
    'The assistant should summarise meeting notes as a table with columns owner, task and due date. It must keep names as written and should be concise.',
    {
      task: 'summarise meeting notes',
      output: { kind: 'table', schema: '', template: '', note: 'as a table with columns owner, task and due date' },
      do: ['keep names as written'],
      tone: ['concise'],
    },
  ],
  [
    'A legal research assistant that uses the search_cases tool to find precedents, and says so when it is unsure.',
    {
      role: 'A legal research assistant',
      tools: [tool('search_cases tool', 'use it to find precedents')],
      fallback: 'say so when you are unsure.',
      task: '',
    },
  ],
  [
    "A writing coach. The coach is patient, writes in plain English, limits answers to 3 paragraphs and doesn't rewrite the text.",
    {
      role: 'A writing coach',
      tone: ['patient', 'plain English'],
      length: { unit: 'paragraphs', min: null, max: 3 },
      dont: [dont("don't rewrite the text.")],
      task: '',
    },
  ],
  [
    'We need a recruiter assistant. It screens CVs, scores them from 1 to 10, and it must not mention age.',
    { role: 'a recruiter assistant', task: 'screen CVs and score them from 1 to 10', dont: [dont('do not mention age.')] },
  ],
  [
    'A bot that hands out keys. It asks before it deletes anything, explains its reasoning and does not explain itself twice.',
    {
      role: 'A bot',
      task: 'hand out keys.',
      do: ['ask before you delete anything'],
      steps: ['explain your reasoning'],
      dont: [dont('do not explain yourself twice.')],
    },
  ],
  [
    'A clerk for a museum who answers questions about tickets, tours and returns in German.',
    { role: 'A clerk for a museum', task: 'answer questions about tickets, tours and returns', language: 'German' },
  ],
  [
    'You are a clerk. You have access to the invoice database and can search the web. Use the calculator tool for sums.',
    {
      role: 'a clerk',
      tools: [tool('the invoice database'), tool('', 'you can search the web'), tool('calculator tool', 'use it for sums')],
    },
  ],
  [
    'An interview coach who plays the recruiter and gives feedback. It gives a verdict as a table.',
    {
      role: 'An interview coach',
      task: 'play the recruiter and give feedback.',
      output: { kind: 'table', schema: '', template: '', note: 'give a verdict as a table.' },
    },
  ],
  [
    'A support bot for a bank.\nIt:\n- answers in German\n- keeps replies under 120 words\n- never promises refunds',
    {
      role: 'A support bot for a bank',
      language: 'German',
      length: { unit: 'words', min: null, max: 120 },
      dont: [dont('never promise refunds')],
    },
  ],
  [
    'The bot should:\n- answer in German\n- never promise refunds\n- use the search_faq tool for every question',
    { language: 'German', dont: [dont('never promise refunds')], tools: [tool('search_faq tool', 'use it for every question')] },
  ],
  [
    'The AI is a strict but fair teacher. The AI marks essays and after each essay gives a hint.',
    { role: 'a strict but fair teacher', task: 'mark essays', steps: ['after each essay give a hint.'] },
  ],
]

describe('what is told of the assistant', () => {
  test.each(described)('%s', (text, slots) => {
    expect(slotsOf(text)).toMatchObject(slots)
    for (const family of families) expect(droppedWords(text, compose(parseBrief(text), { family }).text)).toEqual([])
  })

  test.each([
    ['We have a web shop. It sells shoes and never ships abroad.', 'It sells shoes'],
    ['Act as a logo designer. The logo should be memorable.', 'The logo should be memorable.'],
    ['Build a to-do app. It should store tasks locally.', 'It should store tasks locally.'],
    ['A shopping assistant. The customer sends a photo of a chair. It shows the room.', 'It shows the room.'],
  ])('leaves "it" alone where it names something else: %s', (text, kept) => {
    expect(compose(parseBrief(text)).text).toContain(kept)
  })

  test.each(['Answer in German. Use short words.', 'Answer the customer. Be kind.'])('takes no order for a role: %s', (text) => {
    expect(parseBrief(text).role).toBeNull()
  })

  test('keeps the words whose verb is not known', () => {
    expect(compose(parseBrief('A dance bot. It twerks gladly.')).text).toContain('It twerks gladly.')
  })

  test('traces an order to the words it was made of', () => {
    const text = 'A tutor bot. It asks one question at a time and never reveals the solution.'
    const spans = compose(parseBrief(text))
      .sections.flatMap(({ sentences }) => sentences)
      .filter(({ slot }) => slot === 'steps.0' || slot === 'dont.0')
      .map(({ span }) => span && text.slice(span.start, span.end))
    expect(spans).toEqual(['asks one question at a time', 'never reveals the solution.'])
  })

  test('reads a long description in one pass', () => {
    const text = `A tutor bot. ${'It asks, checks and never shouts, and it uses the map tool, then '.repeat(2000)}`
    expect(droppedWords(text, compose(parseBrief(text)).text)).toEqual([])
  })
})
