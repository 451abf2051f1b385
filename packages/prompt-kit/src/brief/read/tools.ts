import type { Brief } from '../schema.ts'

type Tool = Brief['tools'][number]['value']

/** A name as programs have them: lookup_order, getOrder, search(). */
const identifier = String.raw`[\x60]?[a-zA-Z](?=[\w.-]{0,60}(?:_|[a-z][A-Z]|\(\)))[\w.-]{1,80}(?:\(\))?[\x60]?`
const called = String.raw`(?:the |an? |its |your )?(?:${identifier}(?: (?:[Tt]ools?|function|API|api|endpoint))?|(?:[\p{L}\p{N}-]+ ){1,4}?(?:[Tt]ools?|function|API|api|plugin))`
const list = String.raw`(${called}(?:(?:, | and |, and )${called}){0,7})`
const uses = new RegExp(
  String.raw`^(?:[Yy]ou (?:can|may) )?(?:[Uu]se|[Cc]all|[Rr]un|[Ii]nvoke) ${list}(?: (?:(to|for|when|whenever|if|before|after|once) (\S.*)))?[.!]?$`,
  'u',
)
const does = new RegExp(String.raw`^((?:you can |you may )?\S.{2,300}?),? (?:with|using|via) ${list}[.!]?$`, 'u')
const access = /^(?:you (?:can|may) )?(?:have|get) access to (\S.{1,200}?)[.!]?$/i
const resource =
  /^you (?:can|may|are able to) (?:search|browse|query|look (?:things )?up|access|read|run|execute|call|open|send|fetch|retrieve)\b.{0,80}\b(?:web|internet|google|online|database|documents?|knowledge base|files?|calendars?|inbox|mailbox|e-?mails?|crm|api|code|python|sql|wiki|catalogue|catalog|index|pages|websites?|system)\b/i

const namesOf = (names: string): string[] =>
  names.split(/, and |, | and (?=the |an? |its |your |\S*_|\S+$|\S+ (?:tool|api)$)/).map((name) => name.replace(/[.!]+$/, ''))
const bareName = (name: string): string => name.replace(/^(?:the|an?|its|your) /i, '').replaceAll('`', '')

/**
 * The tools that an order to the assistant names, as they are called there; empty where it names none. `surely` leaves alone what may be
 * a means of the work itself: "Use the Fetch API".
 */
export function readTools(order: string, surely = false): Tool[] {
  if (order.length > 500) return []
  const use = uses.exec(order)
  if (use?.[1] !== undefined && (!surely || /\btools?\b/i.test(use[1]))) {
    const names = namesOf(use[1])
    const when =
      use[2] === undefined ? '' : `use ${names.length > 1 ? 'them' : 'it'} ${use[2]} ${use[3] ?? ''}`.replace(/[.!]+$/, '')
    if (when !== '' && names.length > 1) return [{ name: names.map(bareName).join(', '), when, ifMissing: '' }]
    return names.map((name) => ({ name: when === '' ? name : bareName(name), when, ifMissing: '' }))
  }
  const granted = access.exec(order)?.[1]
  if (granted !== undefined) {
    const [names = '', ...others] = granted.split(/,? and (?=can )/)
    return [
      ...namesOf(names).map((name) => ({ name, when: '', ifMissing: '' })),
      ...others.map((other) => ({ name: '', when: `you ${other}`, ifMissing: '' })),
    ]
  }
  const deed = surely ? null : does.exec(order)
  if (deed?.[1] !== undefined && deed[2] !== undefined)
    return [{ name: namesOf(deed[2]).map(bareName).join(', '), when: deed[1].replace(/^you (?:can|may) /i, ''), ifMissing: '' }]
  return resource.test(order) ? [{ name: '', when: order, ifMissing: '' }] : []
}
