import { AssertionError, LiquidError, TagToken, type Token } from 'liquidjs'
import type { Span } from '../brief/schema.ts'
import { allowedTags } from './liquid.ts'

/** Why a template cannot be read or rendered. `range` lies in the partial where one is named, else in the text itself. */
export type TemplateFault = { message: string; range: Span; partial: string | null }

/** An error of Liquid in plain words; any other error is thrown on. */
export function faultOf(error: unknown, text: string): TemplateFault {
  // A limit that is met between two tags belongs to none of them.
  if (error instanceof AssertionError)
    return { message: 'This takes too long or too much to fill in.', range: { start: 0, end: text.length }, partial: null }
  if (!LiquidError.is(error)) throw error
  const { token } = error
  return { message: messageOf(error, token), range: rangeOf(token), partial: token.file ?? null }
}

/** Never empty where there is text, so that it can be underlined. */
function rangeOf({ begin, end, input }: Token): Span {
  if (end > begin) return { start: begin, end }
  return { start: Math.min(begin, Math.max(0, input.length - 1)), end: Math.min(begin + 1, input.length) }
}

function messageOf(error: LiquidError, token: Token): string {
  if (error.originalError instanceof RangeError) return 'This is nested too deep.'
  const text = token.getText()
  if (text.startsWith('{{') && !text.endsWith('}}')) return 'This variable is not closed: }} is missing.'
  if (text.startsWith('{%') && !text.endsWith('%}')) return 'This tag is not closed: %} is missing.'
  const tag = token instanceof TagToken ? token.name : null
  if (tag !== null && /^(?:end|els|when$)/.test(tag)) return `Nothing is open that "${tag}" belongs to.`
  if (tag !== null && !allowedTags.some((each) => each === tag))
    return `There is no tag "${tag}"; ${allowedTags.join(', ')} are known.`
  const reason = (error.originalError?.message ?? error.message).replace(/, (?:file:|line:).*$/s, '')
  return `This cannot be read as a template: ${reason}.`
}
