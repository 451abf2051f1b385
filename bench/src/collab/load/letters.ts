/** Chinese characters: each letter typed in a draft is another one, so that it is known again wherever it appears. */
const firstLetter = 0x4e00
const lastLetter = 0x9fff

export type Letters = {
  /** A letter that stands nowhere yet. Its time runs from now. */
  type: () => string
  /** Milliseconds since it was typed; undefined for text that is none of ours. */
  age: (letter: string) => number | undefined
  count: () => number
}

/** The letters typed in one draft, and when. */
export function createLetters(): Letters {
  const typedAt = new Map<string, number>()
  return {
    type() {
      const code = firstLetter + typedAt.size
      if (code > lastLetter) throw new Error('There are no more letters.')
      const letter = String.fromCharCode(code)
      typedAt.set(letter, performance.now())
      return letter
    },
    age(letter) {
      const time = typedAt.get(letter)
      return time === undefined ? undefined : performance.now() - time
    },
    count: () => typedAt.size,
  }
}
