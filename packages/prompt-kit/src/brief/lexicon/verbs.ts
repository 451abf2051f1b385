import type { Archetype } from '../schema.ts'

/** Verbs that name the kind of work, in their base form. */
const byArchetype: Record<Archetype, string> = {
  support: 'answer assist help handle resolve troubleshoot welcome greet serve support reply respond',
  extract: 'extract parse pull collect scrape capture identify find locate list transcribe gather detect',
  classify:
    'classify categorise categorize label tag triage sort route rate score grade moderate flag filter rank prioritise prioritize',
  summarise: 'summarise summarize condense shorten recap distil distill digest',
  write:
    'write draft compose create generate produce craft author describe brainstorm name invent prepare make suggest recommend propose tell curate imagine render illustrate visualise visualize depict capture photograph animate',
  rewrite:
    'rewrite translate rephrase paraphrase edit proofread correct improve polish convert transform reword simplify localise localize humanise humanize adapt transliterate format expand enhance restyle replace',
  code: 'code program implement debug refactor build develop design configure deploy test optimise optimize document migrate script architect integrate fix',
  tutor: 'teach explain tutor coach train mentor quiz instruct guide educate demonstrate show',
  analyse:
    'analyse analyze review evaluate assess audit compare examine investigate diagnose inspect interpret research critique check verify validate calculate estimate study predict forecast judge measure critically break',
  plan: 'plan organise organize schedule outline structure roadmap strategise strategize budget map arrange coordinate define develop',
  roleplay:
    'roleplay role-play pretend play act impersonate behave emulate chat talk speak discuss debate interview flirt narrate',
  agent: 'execute run operate automate orchestrate monitor search browse navigate crawl',
}

/** Base form → archetype; the first archetype that claims a verb has it. */
export const verbArchetypes: ReadonlyMap<string, Archetype> = (() => {
  const map = new Map<string, Archetype>()
  const order: Archetype[] = [
    'summarise',
    'classify',
    'extract',
    'rewrite',
    'tutor',
    'analyse',
    'code',
    'plan',
    'support',
    'write',
    'roleplay',
    'agent',
  ]
  for (const archetype of order) {
    for (const verb of byArchetype[archetype].split(' ')) if (!map.has(verb)) map.set(verb, archetype)
  }
  return map
})()

/** Other verbs that begin an order. */
const orders =
  'alert approve ask book call carry come complete manage perform simulate track use add address advise aim align allow apply approach assign assume attach avoid be begin begin bring broaden cite clarify close combine communicate compile conduct confirm connect consider contain continue cover customise customize decide deliver derive determine discover display divide elaborate emphasise emphasize employ enable encourage engage ensure establish evoke exclude expect explore feature feel focus follow foster get give go group handle have highlight include incorporate indicate infer inform initialise initialize input insert introduce iterate justify keep know lead learn let leverage link look maintain maximise maximize mention merge minimise minimize mix model modify motivate note number observe offer open output pick place point populate present preserve prevent print process prompt proofread protect provide publish put quote read receive refer reflect refuse remember remind remove repeat report represent request return save search see select send separate set share specify split start state stay stick stop store streamline submit supply surface switch tailor take target think treat try turn understand update upload utilise utilize view visit wait watch walk warn work'.split(
    ' ',
  )

/** Verbs that tell what an assistant does, yet begin too many other things to be read as an order. */
const deeds =
  'activate annotate anonymise anonymize block capitalise capitalize comfort cross-reference curse deduce disable encode listen mask normalise normalize pause ping reference redact refund register rename renew repair reschedule reset restock restore resume sanitise sanitize scan trigger unlock accept acknowledge guess leave limit look collaborate react teach sell grade compliment correct advise fetch call talk blame challenge close drop duplicate escape exceed expose fabricate finish fake hallucinate ignore impose interrupt invent judge lecture misquote moralise moralize omit overwrite patronise patronize presume push quote rely repeat reply reuse rush scold shorten shout swear trust touch translate round summarise attribute back cancel charge check chase drive earn engage exaggerate lie pick sound live stand sit treat trade cook bake sing dream smile laugh joke adjust agree aim apologise apologize bring cheer collect comment compute congratulate contact copy count cross-check decline delete deny detail discourage double-check end escalate expand fill finish forward hand hedge hint insist invite jot log lose lower mark match mimic mirror mock name need negotiate notify order pass praise prefer promise propose pull push query question raise reach reassure recite reformat reject remain restate reveal roll say screen sign skip solve speculate spell stress sum sympathise sympathize tease test thank trim type validate vary verify want weigh welcome wrap'.split(
    ' ',
  )

const bases: ReadonlySet<string> = new Set([...verbArchetypes.keys(), ...orders])

/** Forms whose plural is far likelier a noun: "questions", "plans". */
const nouns = new Set(
  'answer address list label tag rate score grade rank name draft script test fix program code guide review check study judge measure map plan schedule structure outline budget model number report request record search process place point link feature prompt share view visit walk work start state stop set quote book track route map digest recap document design study support aim approach focus group note output input display target research audit estimate critique break look table mix contract turn play act chat talk debate interview use call run display update upload store switch surface'.split(
    ' ',
  ),
)

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`
  return `${base}s`
}

/** Third person → base form: "answers" → "answer". Part of what may change when a brief is put into a prompt. */
export const baseForms: ReadonlyMap<string, string> = new Map([
  ...[...bases, ...deeds].map((base) => [thirdPerson(base), base] as const),
  ['has', 'have'],
  ['does', 'do'],
  ['is', 'be'],
])

export const isOrderVerb = (word: string) => bases.has(word)
export const mayBeNoun = (base: string) => nouns.has(base)

/** Base form → third person, for what people say of themselves: "when I need" → "when the user needs". */
export const thirdPersons: ReadonlyMap<string, string> = new Map([
  ...[...baseForms].map(([third, base]) => [base, third] as const),
  ...'want need say tell type paste like enter specify mean ask write know feel choose finish agree'
    .split(' ')
    .map((verb) => [verb, thirdPerson(verb)] as const),
  ['am', 'is'],
])
