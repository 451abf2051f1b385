import { expect, it } from 'vitest'
import { makeProgress } from './makeProgress.ts'

/** What a stream is given to show. */
function makeScreen({ isTTY }: { isTTY: boolean }) {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) > 0 }
}

it('draws a bar that fills up on a screen, anew only where it looks otherwise', () => {
  const screen = makeScreen({ isTTY: true })
  const report = makeProgress(screen)
  for (const done of [0, 1, 500, 500, 1000]) report('people', done, 1000)
  report('organizations', 0, 0)
  const name = 'people        '
  expect(screen.written).toEqual([
    `\r${name} ${'░'.repeat(30)} 0 %`,
    `\r${name} ${'█'.repeat(15)}${'░'.repeat(15)} 50 %`,
    `\r${name} ${'█'.repeat(30)} 100 %\n`,
    `\rorganizations  ${'█'.repeat(30)} 100 %\n`,
  ])
})

it('writes a line for each step that is done where there is no screen', () => {
  const screen = makeScreen({ isTTY: false })
  const report = makeProgress(screen)
  for (const done of [0, 6000, 12_000]) report('people', done, 12_000)
  expect(screen.written).toEqual(['people: 12,000\n'])
})
