import { describe, expect, test } from 'vitest'
import { findings, found, mended } from './found.ts'

const rules = (count: number) => Array.from({ length: count }, (_, index) => `- Check part ${index} of it.`).join('\n')

describe('user-voice', () => {
  test.each([
    ['I want you to act as a tour guide.', 'You are a tour guide.'],
    ['I want you to act as Socrates.', 'Act as Socrates.'],
    ["I'd like you to list three risks.", 'List three risks.'],
    ['Read it, and I want you to be brief.', 'Read it, and be brief.'],
    ['- I need you to answer in Dutch', '- Answer in Dutch'],
    ['I will give you a city. You name a dish.', 'The user will give you a city. You name a dish.'],
  ])('turns %j into %j', (text, expected) => {
    expect(mended('user-voice', text).text).toBe(expected)
    expect(found('user-voice', expected)).toEqual([])
  })

  test('leaves to the author what it cannot say better', () => {
    for (const text of ['My first request is about tea.', 'Here is what I want you to do', 'I will send you my notes.']) {
      expect(found('user-voice', text)).toHaveLength(1)
      expect(mended('user-voice', text).text).toBe(text)
    }
  })

  test.each([
    'You are a tour guide. Ask me one question at a time.',
    'If somebody says "I want you to act as a pirate", decline.',
    'Wi want you to',
    '```\nI want you to act as a test\n```',
    '<example>\nI will give you a text.\n</example>',
  ])('passes over %j', (text) => {
    expect(found('user-voice', text)).toEqual([])
  })
})

describe('caps-emphasis', () => {
  const loud = 'NEVER guess. You MUST cite a source, ALWAYS. **IMPORTANT**: be brief. DO NOT invent.'

  test('points at each sentence from three on, and its fix writes them small', () => {
    expect(found('caps-emphasis', loud)).toEqual(['NEVER guess.', 'You MUST cite a source, ALWAYS.', 'DO NOT invent.'])
    expect(mended('caps-emphasis', loud).text).toBe(
      'Never guess. You MUST cite a source, ALWAYS. **IMPORTANT**: be brief. DO NOT invent.',
    )
    expect(mended('caps-emphasis', "DON'T EVER guess. MUST cite. NEVER lie.").text).toMatch(/^Don't ever guess\. MUST cite/)
  })

  test.each([
    'NEVER guess. You MUST cite a source.',
    '# NEVER EVER\nKind.\n# ALWAYS\nBrief.\n# MUST\nTrue.\nOUTPUT RULES, ALWAYS\nShort.',
    'Use JSON, HTML and CSV. Ask the API. NASA and the EU are named.',
    'Answer "NEVER" or "ALWAYS". Write "MUST" too. Take "ONLY" as well.',
    'IMPORTANT: a. CRITICAL: b. WARNING: c.',
    'Match A AND B. Match C OR D. Match ANY of them.',
  ])('passes over %j', (text) => {
    expect(found('caps-emphasis', text)).toEqual([])
  })
})

describe('vague-term', () => {
  test('points at each term once', () => {
    const text = 'Use tables as needed. Keep it fairly short, with colours, fonts, etc. Shorten where possible. Cite as needed.'
    expect(found('vague-term', text)).toEqual(['as needed', 'fairly short', 'etc.', 'where possible'])
  })

  test.each([
    'If needed, ask for the order number.',
    'Etceteras and properlyish words.',
    'Write at most 120 words.',
    '`etc.` and <example>\nas needed\n</example>',
  ])('passes over %j', (text) => {
    expect(found('vague-term', text)).toEqual([])
  })
})

describe('negative-only', () => {
  test('fires once from three bare prohibitions on', () => {
    const text = '- Never promise refunds.\n- Do not use jargon.\n- Avoid emojis.\n- Be kind.'
    expect(findings('negative-only', text).map(({ message }) => message)).toEqual([
      '3 rules say what not to do and nothing of what to do instead.',
    ])
  })

  test.each([
    '- Never promise refunds.\n- Do not use jargon.',
    '- Never promise refunds; offer a ticket.\n- Do not use jargon, use plain words.\n- Avoid emojis, but keep those of the customer.',
    'Never promise refunds. Instead, offer a ticket. Do not use jargon. Avoid emojis.',
    'No tickets are needed. No rule exists. You are not a lawyer. Avoid emojis.',
    '<examples>\n- Never a.\n- Never b.\n- Never c.\n</examples>',
  ])('passes over %j', (text) => {
    expect(found('negative-only', text)).toEqual([])
  })
})

describe('duplicate', () => {
  test.each([
    [
      '- Name the source of each figure.\n- Be kind.\n- name the source of each figure',
      '- Name the source of each figure.\n- Be kind.',
    ],
    [
      '1. Name the source of each figure.\n2. Name the source of each figure.\n3. Be kind.\n',
      '1. Name the source of each figure.\n3. Be kind.\n',
    ],
    [
      'Name the source of each figure. Be kind. Name the source of each figure. Ask.',
      'Name the source of each figure. Be kind. Ask.',
    ],
  ])('turns %j into %j', (text, expected) => {
    expect(found('duplicate', text)).toHaveLength(1)
    expect(mended('duplicate', text).text).toBe(expected)
  })

  test.each([
    'Be kind. Be kind.',
    'Answer in {{ one }} for all readers of it. Answer in {{ two }} for all readers of it.',
    '{% if a %}Name the source of each figure.{% else %}Name the source of each figure.{% endif %}',
    '<example>\nName the source of each figure.\n</example>\n<example>\nName the source of each figure.\n</example>',
    '```\nName the source of each figure.\nName the source of each figure.\n```',
    '- Do you rent or own it?\n- Since when is it broken?\n- Do you rent or own it?',
    '- File: the one in the root\n- File: the one in the root',
  ])('passes over %j', (text) => {
    expect(found('duplicate', text)).toEqual([])
  })
})

describe('instruction-budget', () => {
  test('points at the rule after the sixtieth, and warns from the hundred and fiftieth on', () => {
    expect(found('instruction-budget', rules(61))).toEqual(['Check part 60 of it.'])
    expect(findings('instruction-budget', rules(150))[0]?.severity).toBe('info')
    expect(findings('instruction-budget', rules(151))[0]?.severity).toBe('warning')
  })

  test('passes over sixty, and over sentences that ask for nothing', () => {
    expect(found('instruction-budget', rules(60))).toEqual([])
    expect(found('instruction-budget', 'The shop is old. '.repeat(200))).toEqual([])
  })
})

describe('long-sentence', () => {
  test('counts words of one sentence', () => {
    expect(found('long-sentence', `${'word '.repeat(61).trim()}.`)).toHaveLength(1)
    expect(found('long-sentence', `${'word '.repeat(60).trim()}. ${'word '.repeat(60).trim()}.`)).toEqual([])
  })

  test('takes list items, data and code for no sentence', () => {
    expect(found('long-sentence', '- one item of it\n'.repeat(80))).toEqual([])
    expect(found('long-sentence', `"key": "${'word '.repeat(70)}"`)).toEqual([])
    expect(found('long-sentence', `\`\`\`\n${'word '.repeat(70)}\n\`\`\``)).toEqual([])
  })
})

describe('threat-bribe', () => {
  test.each(["I'll tip you $200 for it.", 'You will be fired if you fail.', 'My career depends on this.', 'Lives are at stake!'])(
    'fires for %j',
    (text) => {
      expect(found('threat-bribe', text)).toHaveLength(1)
    },
  )

  test.each([
    'Explain how much to tip in a restaurant.',
    'You will be given a text.',
    'The user will pay $20 for the ticket.',
    'Tell them that their order depends on the weather.',
  ])('passes over %j', (text) => {
    expect(found('threat-bribe', text)).toEqual([])
  })
})
