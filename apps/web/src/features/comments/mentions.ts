import { mentionPattern, mentionToken } from '@prologue/contracts'

type Named = { id: string; name: string }

/** What somebody wrote, as it is sent: with ids in place of names, and whose these are. */
export type Said = { body: string; mentions: string[] }

/** How many people are offered at once. */
const mostOffered = 8

/** Of what is written behind an @, as much as may be the beginning of a name: later on it is a sentence. */
const begun = /(?:^|[\s([{])@([^\s@][^@\n]{0,39}|)$/u
/** Holds the longest beginning, its @ and what stands before that: a long text is not searched at every key. */
const lookedBack = 60

const spoken = (name: string) => `@${name}`
const goesOn = /^[\p{L}\p{N}]/u

/** As one writes it: with names where the text of a comment has ids. */
export function toWritten(body: string, mentions: readonly Named[]): string {
  return body.replace(mentionPattern, (token, id: string) => {
    const person = mentions.find((one) => one.id === id)
    return person ? spoken(person.name) : token
  })
}

/** As it is kept, with those who are called by name: `chosen` before `people`, where two have the same name. */
export function toBody(written: string, { people, chosen }: { people: readonly Named[]; chosen: readonly Named[] }): Said {
  // The longer name first: "@Ada Lovelace" is not Ada.
  const named = [...chosen, ...people].toSorted((one, other) => other.name.length - one.name.length)
  const mentions = new Set<string>()
  let body = ''
  for (let at = 0; at < written.length;) {
    const person = written[at] === '@' ? named.find(({ name }) => isCalled(written, at, name)) : undefined
    if (person) mentions.add(person.id)
    body += person ? mentionToken(person.id) : (written[at] ?? '')
    at += person ? spoken(person.name).length : 1
  }
  return { body: body.trim(), mentions: [...mentions] }
}

function isCalled(written: string, at: number, name: string): boolean {
  return name !== '' && written.startsWith(spoken(name), at) && !goesOn.test(written.slice(at + name.length + 1))
}

/** The beginning of a name behind an @ just before the caret; null where none is being written. */
export function nameBegun(written: string, caret: number): { at: number; name: string } | null {
  const [, name] = begun.exec(written.slice(Math.max(0, caret - lookedBack), caret)) ?? []
  return name === undefined ? null : { at: caret - name.length - 1, name }
}

/** Those one may mean by the beginning of any of their names. */
export function peopleMeant<P extends Named>(people: readonly P[], name: string): P[] {
  const wanted = name.toLocaleLowerCase()
  const begins = (text: string) => text.toLocaleLowerCase().startsWith(wanted)
  return people.filter((one) => begins(one.name) || one.name.split(/\s+/u).some(begins)).slice(0, mostOffered)
}
