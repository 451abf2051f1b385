import { makeRandom, type Random } from './random.ts'
import { joining, topics } from './topics.ts'

const onsets = 'b br c ch cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh st t th tr v w z'.split(' ')
const cores = 'a ai e ea i o oo ou u'.split(' ')
const ends = ['', '', 'n', 'r', 's', 't', 'l', 'm', 'nd', 'st', 'ck']

const rareWords = 4000
const sentencePool = 20_000

/** All words, the commonest first: how often each comes falls with its place, as it does in any language. */
function makeVocabulary(): string[] {
  const random = makeRandom(1)
  const piece = (list: readonly string[]) => list[random.below(list.length)] ?? ''
  const syllable = () => piece(onsets) + piece(cores) + piece(ends)
  const made = Array.from({ length: rareWords }, () => syllable() + syllable() + (random.chance(0.4) ? syllable() : ''))
  const real = Object.values(topics).flat()
  // Words about something stand among the made ones, most of them near the front.
  for (const word of real) made.splice(random.skewed(made.length, 2), 0, word)
  return [...new Set([...joining, ...made])]
}

const vocabulary = makeVocabulary()

function writeSentence(random: Random): string {
  const length = Math.min(40, Math.max(4, Math.round(random.around(13, 0.45))))
  const words = writeWords(random, length)
  const mark = random.chance(0.1) ? '?' : '.'
  return `${capital(words)}${mark}`
}

export function writeWords(random: Random, count: number): string {
  let text = ''
  for (let index = 0; index < count; index += 1) {
    text += `${index > 0 ? ' ' : ''}${vocabulary[random.ranked(vocabulary.length)] ?? ''}`
  }
  return text
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** Text of whole sentences. Those are taken from a stock: to write each word anew takes longer than to store it. */
export function makeWriter() {
  const random = makeRandom(2)
  const stock = Array.from({ length: sentencePool }, () => writeSentence(random))
  /** About `characters` long, in paragraphs where it is long. */
  return function write(random: Random, characters: number): string {
    let text = ''
    while (text.length < characters) {
      const between = random.chance(0.12) ? '\n\n' : ' '
      text += `${text ? between : ''}${stock[random.below(stock.length)] ?? ''}`
    }
    return text
  }
}

export type Write = ReturnType<typeof makeWriter>
