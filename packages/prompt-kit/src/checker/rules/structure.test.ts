import { describe, expect, test } from 'vitest'
import { findings, found, mended } from './found.ts'

describe('fence-unclosed', () => {
  test('points at the opening line, and its fix closes it', () => {
    const text = 'Write\n```json\n{"a": 1}\n'
    expect(found('fence-unclosed', text)).toEqual(['```json'])
    expect(mended('fence-unclosed', text).text).toBe(`${text}\`\`\``)
    expect(mended('fence-unclosed', 'a\n~~~~\nb').text).toBe('a\n~~~~\nb\n~~~~')
  })

  test.each([
    '```\na\n```',
    'a ``` b',
    '```inline``` code',
    '````\n```\n````',
    '- item\n  ```sh\n  ls\n  ```',
    '~~~\n```\n~~~',
    '```a\n```b\n```',
    '\r\n```\r\na\r\n```\r\n',
  ])('passes over %j', (text) => {
    expect(found('fence-unclosed', text)).toEqual([])
  })
})

describe('xml-unbalanced', () => {
  test('points at block tags that are left over', () => {
    expect(found('xml-unbalanced', '<role>\nA clerk.\n</role>\n<task>\nFile it.')).toEqual(['<task>'])
    expect(found('xml-unbalanced', 'A clerk.\n</role>')).toEqual(['</role>'])
    expect(found('xml-unbalanced', '<a>\n<a>\nx\n</a>')).toEqual(['<a>'])
  })

  test.each([
    '<role>\nA clerk.\n</role>',
    '<documents>\n<document index="1">\nx\n</document>\n</documents>',
    'Put the answer in <answer> tags and close them.',
    '<p>\none<br>\ntwo\n<br/>\n<hr>\n</p>',
    '```\n<open>\n```\n`<open>`',
    'Answer so:\n<your name>\n<name>',
    'if a < b and c > d',
  ])('passes over %j', (text) => {
    expect(found('xml-unbalanced', text)).toEqual([])
  })
})

describe('empty-section', () => {
  test('points at a heading with nothing under it, and its fix removes it', () => {
    const text = '# Role\nA clerk.\n\n## Rules\n\n# Tone\nKind.\n\n## More\n'
    expect(found('empty-section', text)).toEqual(['## Rules', '## More'])
    expect(mended('empty-section', text).text).toBe('# Role\nA clerk.\n\n# Tone\nKind.\n\n')
  })

  test.each([
    '# Prompt\n## Role\nA clerk.',
    '# Title\n# Role\nA clerk.',
    '# Role\nA clerk.\n# Input',
    '# Role\nA clerk.\n# Author: somebody\n# Role\nx',
    '# Role\nA clerk.\n```\n# comment\n# comment\n```',
    '# Role\nA clerk.\n## Data\n{{ data }}',
    'A clerk.\n# =====\n# PURPOSE\n# =====\nTo file.\n\n# one\n# two lines\n\n## END OF PROMPT\n',
  ])('passes over %j', (text) => {
    expect(found('empty-section', text)).toEqual([])
  })
})

describe('heading-skip', () => {
  test('points at a heading two levels down', () => {
    expect(found('heading-skip', '# A\nx\n### B\ny\n# C\nz\n## D\ny')).toEqual(['### B'])
  })

  test('passes over what goes down one by one and up at once', () => {
    expect(found('heading-skip', '## A\nx\n### B\ny\n# C\nz\n```\n#### no\n```\n#hashtag')).toEqual([])
  })
})

describe('no-role-objective', () => {
  test('fires for a text that says neither', () => {
    expect(found('no-role-objective', 'Red bicycle in the rain, a dog on the saddle and a cat in the basket.')).toHaveLength(1)
  })

  test.each([
    'You are a clerk who knows the archive and the people in it well.',
    'Summarise the meeting for the people who were not there, in five lines.',
    'The assistant answers questions of parents about the kindergarten and its hours.',
    '## Goal\nA changelog that is readable for the people who use the software.',
    'A short text.',
    '',
    '{"style": "of the old masters", "light": "is soft and the shadows are long"}',
    'أريد مساعدا يجيب عن أسئلة الزبائن حول مواعيد التوصيل ولا يعد بأي خصم أبدا',
    'Rédige un courrier de relance poli pour un client. Le ton doit rester courtois.',
  ])('passes over %j', (text) => {
    expect(found('no-role-objective', text)).toEqual([])
  })
})

describe('placeholder-left', () => {
  test('points at what is to be filled in, and is an error when a prompt is published', () => {
    const text = 'Sell [insert product] to {your audience} and <enter name here>.\nTODO: tone\n# FIXME\nLorem ipsum dolor.'
    const marks = ['[insert product]', '{your audience}', '<enter name here>', 'TODO', 'FIXME', 'Lorem ipsum']
    expect(found('placeholder-left', text)).toEqual(marks)
    expect(findings('placeholder-left', text).every(({ severity }) => severity === 'warning')).toBe(true)
    expect(findings('placeholder-left', text, { context: { place: 'publish' } })[0]?.severity).toBe('error')
  })

  test.each([
    'Keep my TODO list short.',
    'Leave no TODO: finish everything.',
    'For each TODO:\n- do it',
    '```\n[insert name]\n# TODO: later\n```',
    'Write `[insert name]` where a name is missing.',
    '<example>\nDear [your name]\n</example>',
    'See [your account](https://example.org).',
    'Answer as "TODO: …" notes.',
  ])('passes over %j', (text) => {
    expect(found('placeholder-left', text)).toEqual([])
  })
})

describe('invisible-unicode', () => {
  const hidden = String.fromCodePoint(0xe0068, 0xe0069)

  test('finds hidden letters, direction controls and characters without a width, and removes them', () => {
    const text = `Be${hidden} kind.\u202E Now\u200B go.\uFEFF`
    expect(findings('invisible-unicode', text).map(({ severity }) => severity)).toEqual(['error', 'error', 'warning', 'warning'])
    expect(mended('invisible-unicode', text).text).toBe('Be kind. Now go.')
  })

  test('finds them in code too, and a direction that is overridden in any script', () => {
    expect(found('invisible-unicode', '```\na\u200Bb\n```')).toHaveLength(1)
    expect(found('invisible-unicode', 'שלום \u202Eאבג')).toHaveLength(1)
    expect(found('invisible-unicode', `🏴${hidden}`)).toHaveLength(1)
  })

  test('does not mend where a tag or a fence might come about', () => {
    expect(mended('invisible-unicode', '{\u200B{ x }}').text).toBe('{\u200B{ x }}')
    expect(mended('invisible-unicode', '\u200B```').text).toBe('\u200B```')
  })

  test.each([
    '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F} is Scotland',
    '👩\u200D🍳 👨🏽\u200D🚀 🏳️\u200D🌈 ❤️\u200D🔥',
    'می\u200Cخواهم',
    'क्\u200Dष',
    'العربية \u200Fنص\u200F \u2066English\u2069',
    'plain text\u00A0with a wide space 😀 日本語',
    'ภาษา\u200Bไทย',
    '葛\u{E0100}城',
  ])('passes over %s', (text) => {
    expect(found('invisible-unicode', text)).toEqual([])
  })
})
