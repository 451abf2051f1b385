import type { TemplateView } from '../../templateView.ts'

/** Of the versions that are offered by their number, so many of the newest. */
const mostNumbers = 200

type Versioned = Pick<TemplateView, 'latestNumber' | 'labels'>

/** What an address or a list says of a version: a label, or a number. */
export type VersionChoice = { value: string; label: string; number: number }

/** Which versions can be looked at: by their labels first, then by their numbers, the newest first; `asked` is among them. */
export function versionChoices({ latestNumber, labels }: Versioned, asked: number): VersionChoice[] {
  const numbers = Array.from({ length: Math.min(latestNumber, mostNumbers) }, (_, index) => latestNumber - index)
  if (asked < (numbers.at(-1) ?? asked)) numbers.push(asked)
  return [
    { value: 'latest', label: `latest · version ${latestNumber}`, number: latestNumber },
    ...named(labels).map(({ name, number }) => ({ value: name, label: `${name} · version ${number}`, number })),
    ...numbers.map((number) => ({ value: String(number), label: `Version ${number}`, number })),
  ]
}

/** Whether an address asks for a version that is not there (any more). */
export function isMissing(versioned: Versioned, asked: string | undefined): boolean {
  return asked !== undefined && asked !== chosenVersion(versioned, asked).value
}

/** The version that an address asks for; the newest where it asks for none, or for one that is not there. */
export function chosenVersion({ latestNumber, labels }: Versioned, asked: string | undefined): VersionChoice {
  const label = named(labels).find(({ name }) => name === asked)
  if (label) return { value: label.name, label: label.name, number: label.number }
  const number = /^[1-9]\d{0,9}$/.test(asked ?? '') ? Number(asked) : 0
  return number > 0 && number <= latestNumber
    ? { value: String(number), label: `version ${number}`, number }
    : { value: 'latest', label: 'latest', number: latestNumber }
}

/** `latest` moves by itself. */
function named(labels: Versioned['labels']): Versioned['labels'] {
  return labels.filter(({ name }) => name !== 'latest')
}
