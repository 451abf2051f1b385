import { liquidOutput } from './liquidExpression.ts'
import type { LiquidPart, LiquidTag } from './liquidParts.ts'
import type { OpenBlock, Target } from './targets.ts'

export type Written = { text: string; lostTags: Set<string>; lostFilters: Set<string>; hasLiteral: boolean; hasComment: boolean }

/** What is known of a block before it is written: whether the target has all of it. */
type Plan = { block: OpenBlock; isKnown: boolean; hasElse: boolean }

/**
 * The parts of a template in another syntax. What that has no counterpart for stays as it is, as plain text. `lists` are variables that an if
 * must not ask for where a section would go through them. `variableText` is what stands for a variable.
 */
export function writeParts(
  parts: readonly LiquidPart[],
  target: Target,
  lists: ReadonlySet<string>,
  variableText: (name: string, tag: LiquidTag) => string,
): Written {
  const result: Written = { text: '', lostTags: new Set(), lostFilters: new Set(), hasLiteral: false, hasComment: false }
  const plans = planBlocks(parts, target, lists)
  const open: Plan[] = []
  const literal = (text: string, isFollowed: boolean) => {
    const written = target.text(text, isFollowed)
    result.text += written.text
    result.hasLiteral ||= !written.tells
  }
  const leave = ({ source, name }: LiquidTag) => {
    if (name !== '' && !/^(?:end|els|when)/.test(name)) result.lostTags.add(`{% ${name} %}`)
    literal(source, false)
  }
  parts.forEach((part, index) => {
    if (part.kind === 'text') {
      literal(part.text, index + 1 < parts.length)
    } else if (part.kind === 'comment') {
      const comment = target.comment?.(part.text) ?? ''
      result.hasComment ||= comment === ''
      result.text += comment
    } else if (part.kind === 'output') {
      const output = liquidOutput(part.args)
      const written = output === null ? null : (target.output?.(output.operand, output.filters, knownIn(open)) ?? null)
      if (written === null) {
        result.lostTags.add(part.source.length > 60 ? `${part.source.slice(0, 60)}…` : part.source)
        literal(part.source, false)
      } else {
        for (const { name } of written[1]) result.lostFilters.add(name)
        result.text += variableText(written[0], part)
      }
    } else writeTag(part, index)
  })
  return result

  function writeTag(tag: LiquidTag, index: number): void {
    const opened = plans.get(index)
    if (opened !== undefined) open.push(opened)
    const plan = open.at(-1)
    const { name, args } = tag
    if (name.startsWith('end')) open.pop()
    const { blocks } = target
    const isOther = opened === undefined && !/^(?:end|else$|elsif$)/.test(name)
    if (plan?.isKnown !== true || blocks === null || isOther) return leave(tag)
    const { block, hasElse } = plan
    if (opened !== undefined) result.text += blocks.opening(block.name, block.subject, block.item)
    else if (name === 'elsif') result.text += blocks.elseIf?.(target.condition(args, knownIn(open.slice(0, -1))) ?? '') ?? ''
    else if (name === 'else') result.text += blocks.otherwise(block)
    else result.text += blocks.closing(block, hasElse)
    return undefined
  }
}

const knownIn = (open: readonly Plan[]): OpenBlock[] => open.filter(({ isKnown }) => isKnown).map(({ block }) => block)

/** The blocks by the index of the tag that opens them. */
function planBlocks(parts: readonly LiquidPart[], target: Target, lists: ReadonlySet<string>): Map<number, Plan> {
  const plans = new Map<number, Plan>()
  const open: Plan[] = []
  const isSection = target.blocks?.elseIf === null
  parts.forEach((part, index) => {
    if (part.kind !== 'tag') return
    const { name, args } = part
    if (name.startsWith('end')) open.pop()
    else if (name === 'else' || name === 'elsif') {
      const plan = open.at(-1)
      if (plan === undefined) return
      plan.hasElse ||= name === 'else'
      const isKnown =
        name === 'else' || (target.blocks?.elseIf !== null && target.condition(args, knownIn(open.slice(0, -1))) !== null)
      plan.isKnown &&= isKnown
    } else if (name !== 'render' && name !== 'when') {
      const [, item = '', source = ''] = name === 'for' ? (/^(\w+)\s+in\s+([a-z]\w*)$/.exec(args) ?? []) : []
      const asked = name === 'for' ? source : args
      const subject = target.condition(asked, knownIn(open))
      const isBlock = name === 'if' || name === 'unless' || name === 'for'
      const isRepeated = isSection && name === 'if' && lists.has(asked)
      const isSimple = name !== 'unless' || /^[\w.]+$/.test(asked)
      const isKnown = target.blocks !== null && isBlock && subject !== null && asked !== '' && isSimple && !isRepeated
      const plan: Plan = { block: { name: isBlock ? name : 'if', item, subject: subject ?? '' }, isKnown, hasElse: false }
      plans.set(index, plan)
      open.push(plan)
    }
  })
  return plans
}
