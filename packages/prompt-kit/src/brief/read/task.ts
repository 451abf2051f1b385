import { baseForms, isOrderVerb, mayBeNoun, verbArchetypes } from '../lexicon/verbs.ts'
import { isAgentNoun } from '../lexicon/words.ts'
import type { Archetype, Brief, Task } from '../schema.ts'

const nounArchetypes: readonly (readonly [RegExp, Archetype])[] = [
  [
    /\b(?:terminal|console|interpreter|simulator|emulator|character|game|roleplay|role-play|rpg|dungeon master|excel sheet|chess player|girlfriend|boyfriend|therapist game)\b/i,
    'roleplay',
  ],
  [
    /\b(?:translator|translation|translate|proofreader|editor|rewriter|converter|humanizer|paraphraser|grammar|improver)\b/i,
    'rewrite',
  ],
  [/\b(?:summar(?:y|iser|izer|ies)|recap|digest)\b/i, 'summarise'],
  [/\b(?:classif\w+|triage|moderator|moderation|labelling|labeling|spam)\b/i, 'classify'],
  [/\b(?:extract\w*|parser|scraper|transcri\w+)\b/i, 'extract'],
  [
    /\b(?:customer (?:support|service|care)|support (?:bot|agent|assistant|chatbot)|help ?desk|receptionist|concierge|faq)\b/i,
    'support',
  ],
  [
    /\b(?:developer|programmer|engineer|coder|devops|code|coding|software|app|application|api|command-line|cli|website|web page|frontend|front-end|backend|react|python|javascript|typescript|sql|solidity|architect|debug\w*|dashboard|plugin|extension|refactor\w*)\b/i,
    'code',
  ],
  [/\b(?:tutor|teacher|professor|instructor|coach|mentor|trainer|quiz|lesson|learning|course|study)\b/i, 'tutor'],
  [/\b(?:planner|planning|organi[sz]er|schedul\w+|itinerary|roadmap|strateg\w+|manager|meal plan|travel guide)\b/i, 'plan'],
  [
    /\b(?:analyst|analy[sz]er|analysis|reviewer|review|auditor|audit|critic|research\w*|evaluat\w+|advis[eo]r|consultant|doctor|lawyer|scientist|statistician|detective|checker|finder)\b/i,
    'analyse',
  ],
  [/\b(?:agent|automation|autonomous|workflow|orchestrat\w+|browser)\b/i, 'agent'],
  [
    /\b(?:writer|copywriter|author|poet|novelist|storyteller|story|blog|essay|poem|letter|email|script|generator|content|post|article|prompt|photo\w*|image|portrait|photography|cinematic|logo|illustration|video|song|lyrics|rapper|composer|comedian|screenwriter|speech)\b/i,
    'write',
  ],
]

/** The kind of work that the words point to; null where none does. */
export function archetypeOf(text: string): Archetype | null {
  const head = text.slice(0, 1500)
  return nounArchetypes.find(([noun]) => noun.test(head))?.[1] ?? null
}

const adverb = /^(?:then |also |first |next |finally |now |carefully |briefly |critically |automatically |clearly )/i

/** The verb that an order begins with, in its base form, or null. */
export function orderVerb(clause: string): { verb: string; at: number } | null {
  const lead = adverb.exec(clause)?.[0].length ?? 0
  const verb = /^[\p{L}-]{2,20}(?=[\s,:/]|$)/u.exec(clause.slice(lead))?.[0]
  if (verb === undefined || !isOrderVerb(verb.toLowerCase())) return null
  return { verb: verb.toLowerCase(), at: lead }
}

/** An order as a task; null where the clause begins with no verb that is known. */
export function readTask(clause: string): Task | null {
  const found = orderVerb(clause)
  if (found === null || found.at > 0) return null
  const object = clause.slice(found.verb.length).trim()
  const next = /^\p{L}+/u.exec(object)?.[0]?.toLowerCase()
  // "Design patterns", "Guide to Rome": a noun, unless what follows is what an order goes on with.
  if (mayBeNoun(found.verb) && (next === undefined || /^(?:of|for|to|in|is|and|or)$/.test(next) || isAgentNoun(next))) return null
  return { verb: found.verb, object, archetype: archetypeOfTask(found.verb, object) }
}

/** Whose own manner is the task: a terminal, a character, a game. */
const isSimulated = (role: string): boolean =>
  nounArchetypes[0]?.[0].test(role.split(/ (?:for|of|in|who|that|on) /)[0] ?? '') ?? false

/** Verbs that alone settle the kind of work, whoever is asked. */
const telling: ReadonlySet<Archetype> = new Set<Archetype>(['summarise', 'classify', 'rewrite', 'roleplay'])
const tellingVerb =
  /^(?:extract|parse|transcribe|scrape|teach|explain|tutor|quiz|implement|code|program|debug|refactor|analy[sz]e|audit|diagnose|plan|schedule|orchestrate|automate)$/

/** To create an app is to code, to create a lesson is to teach: the verb settles it only where it tells enough. */
export function archetypeOfTask(verb: string, object: string): Archetype {
  const helped = /^help$/i.test(verb) ? /^(?:\p{L}+ ){1,3}?(?:to )?(\p{L}+)(.*)/u.exec(object) : null
  if (helped?.[1] !== undefined && verbArchetypes.has(helped[1].toLowerCase())) return archetypeOfTask(helped[1], helped[2] ?? '')
  const base = verb.toLowerCase().replace(/(?:e|ing)$/, '')
  const byVerb = verbArchetypes.get(verb.toLowerCase()) ?? verbArchetypes.get(base) ?? verbArchetypes.get(`${base}e`)
  if (
    byVerb !== undefined &&
    (telling.has(byVerb) || tellingVerb.test(verb.toLowerCase()) || tellingVerb.test(`${base}e`) || tellingVerb.test(base))
  )
    return byVerb
  return archetypeOf(object) ?? byVerb ?? 'support'
}

/** The kind of work once all is read: what the role is known for outweighs a verb that tells little. */
export function settledArchetype(brief: Pick<Brief, 'role' | 'task'>, text: string): Archetype | null {
  const role = brief.role?.value ?? ''
  if (isSimulated(role) || /^(?:i want you to )?(?:pretend|role-?play)\b|\bstay in character\b/i.test(text.slice(0, 2000)))
    return 'roleplay'
  const task = brief.task?.value
  if (task === undefined) return archetypeOf(role) ?? archetypeOf(text)
  if (role === '') return null
  const verb = task.verb === '' ? (/^\p{L}+/u.exec(task.object)?.[0] ?? '') : task.verb
  return telling.has(task.archetype) || tellingVerb.test(verb.toLowerCase()) ? null : archetypeOf(role)
}

/** "answers questions and books tables" → "answer questions and book tables", for what follows "that" in "a bot that …". */
export function toOrder(clause: string): string | null {
  const first = /^(?:(?:can|will|could|should|must|would) )?([\p{L}-]+)/u.exec(clause)
  if (first?.[1] === undefined) return null
  const modal = first[0] !== first[1]
  const base = modal && isOrderVerb(first[1].toLowerCase()) ? first[1].toLowerCase() : baseForms.get(first[1].toLowerCase())
  if (base === undefined || base === 'be') return null
  const rest = clause.slice(first[0].length)
  if (modal) return base + rest
  return (
    base +
    rest.replace(
      /(, and|, or|, then| and then|,| and| or) ([\p{L}-]+)(?= (?:an?|the|their|them|it|me|my|new|every|all|each|any|\p{L}+)\b)/gu,
      (whole, joint: string, word: string) => {
        const other = baseForms.get(word.toLowerCase())
        return other === undefined ? whole : `${joint} ${other}`
      },
    )
  )
}
