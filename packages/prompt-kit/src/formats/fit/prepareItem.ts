import { overridePhrases } from '../../checker/rules/overridePhrase.ts'
import { convertTemplate, keepText, type Converted } from '../convert/convertTemplate.ts'
import type { Place, PortableTemplate, ReadItem, Syntax } from '../types.ts'
import { fitTemplate, type Room } from './fitTemplate.ts'

/** An item of a file as it would be imported: `conversion` is null where nothing is converted, `notes` say all that becomes of it otherwise. */
export type Prepared =
  | { ok: false; place: Place; reason: string }
  | {
      ok: true
      place: Place
      template: PortableTemplate
      syntax: Syntax | null
      conversion: Omit<Converted, 'template'> | null
      notes: string[]
    }

/** Judges an item as who keeps it will, before anything is sent there. */
export function prepareItem(
  item: ReadItem,
  { convert, room, categories }: { convert: boolean; room: Room; categories: readonly string[] },
): Prepared {
  if (!item.ok) return item
  const { place, syntax } = item
  const converted = convert && syntax !== null ? convertTemplate(item.template, syntax) : null
  const template = converted?.template ?? keepText(item.template, syntax)
  const fit = fitTemplate(template, room, categories)
  if (!fit.ok) return { ok: false, place, reason: fit.reason }
  const leftovers = new Set(converted?.leftovers.map(({ reason }) => `Something stays as plain text: ${reason}`))
  const undeclared = template === item.template || converted !== null ? [] : undeclaredNote(item.template)
  const conversion = converted && { variables: converted.variables, changes: converted.changes, leftovers: converted.leftovers }
  return {
    ok: true,
    place,
    template,
    syntax,
    conversion,
    notes: [...item.notes, ...leftovers, ...undeclared, ...fit.fitted.notes, ...overrideNote(item.template)],
  }
}

function undeclaredNote({ versions }: PortableTemplate): string[] {
  const isDeclared = versions.some(({ variables }) => variables.length > 0)
  return isDeclared ? ['Its variables are plain text as nothing is converted, so their declarations are left out.'] : []
}

/** What comes from elsewhere is to be read before it is used, where it says what hidden instructions begin with. */
function overrideNote({ versions }: PortableTemplate): string[] {
  const [found] = versions.flatMap(({ content }) => overridePhrases(content))
  return found ? [`It says "${found.words}", which takes other instructions back: read it before you use it.`] : []
}
