import type { OutputKind } from '../schema.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/))

/** Words that, alone, say how an answer is to sound. */
export const tones: ReadonlySet<string> = new Set([
  'plain english',
  'plain language',
  ...set(
    'friendly warm polite formal informal casual professional playful humorous funny witty serious neutral empathetic empathic encouraging enthusiastic calm confident concise direct blunt sarcastic patient supportive conversational authoritative respectful upbeat academic cheerful kind honest optimistic courteous reassuring inspiring motivational persuasive sincere gentle lively precise technical poetic dramatic matter-of-fact approachable businesslike plain sober',
  ),
])

export const languages = set(
  'english german french spanish italian portuguese dutch swedish norwegian danish finnish polish czech slovak hungarian romanian bulgarian greek turkish arabic hebrew persian farsi urdu hindi bengali tamil telugu marathi gujarati punjabi chinese mandarin cantonese japanese korean vietnamese thai indonesian malay filipino tagalog russian ukrainian serbian croatian slovenian bosnian albanian macedonian lithuanian latvian estonian icelandic irish welsh catalan basque galician swahili afrikaans amharic georgian armenian azerbaijani kazakh uzbek mongolian nepali sinhala burmese khmer lao latin esperanto',
)

/** People a prompt is written for, by their plural. */
export const people = set(
  'beginners students pupils learners children kids teenagers teens adults seniors parents teachers educators developers engineers programmers designers marketers managers executives founders entrepreneurs freelancers customers clients shoppers buyers users visitors readers patients doctors nurses lawyers researchers scientists journalists writers bloggers analysts investors employees colleagues newcomers tourists travellers travelers guests players gamers subscribers members citizens volunteers owners professionals experts novices people women men families audiences recruiters candidates applicants hobbyists amateurs undergraduates graduates staff teams agents lawyers farmers cyclists runners',
)

export const lengthUnitOf: ReadonlyMap<
  string,
  'words' | 'characters' | 'sentences' | 'paragraphs' | 'lines' | 'bullets' | 'items' | 'tokens'
> = new Map([
  ['word', 'words'],
  ['character', 'characters'],
  ['sentence', 'sentences'],
  ['paragraph', 'paragraphs'],
  ['line', 'lines'],
  ['bullet', 'bullets'],
  ['item', 'items'],
  ['token', 'tokens'],
])

/** The answer's form by the words that name it, the more telling first. */
export const formatNames: readonly (readonly [RegExp, OutputKind])[] = [
  [/\bjson\b/i, 'json'],
  [/\bcsv\b/i, 'csv'],
  [/\byaml\b/i, 'yaml'],
  [/\bxml\b/i, 'xml'],
  [/\bhtml\b/i, 'html'],
  [/\bcode ?blocks?\b/i, 'code'],
  [/\btables?\b|\btabular\b/i, 'table'],
  [/\bbullets?\b|\bbullet(?:ed)? (?:points?|lists?)\b|\bnumbered list\b|\blist\b/i, 'list'],
  [/\bmarkdown\b/i, 'markdown'],
  [/\bplain text\b|\bone word\b|\bone sentence\b/i, 'text'],
]

/** The last word of what a person or thing is called that does something: "developer", "coach", "terminal". */
export function isAgentNoun(word: string): boolean {
  return agentEnding.test(word) && !otherNouns.test(word)
}
const agentEnding =
  /(?:[^s]er|or|ist|ian|yst|bot|gpt|assistant|expert|coach|guide|agent|architect|consultant|tutor|mentor|critic|chef|copilot|companion|accountant|terminal|console|engine|machine|partner|steward|clerk|concierge|poet|nurse)$/i
const otherNouns =
  /^(?:paper|letter|power|number|computer|header|footer|order|layer|container|chapter|weather|water|poster|flyer|newsletter|color|error|docker|router|banner|paper|browser|server)$/i

/** Words that begin a title with a capital and need none inside a sentence. */
export const plainStarts = set(
  'kids personal customer support travel trip senior junior data legal medical writing reading code coding software product content project career life fitness health nutrition cooking cook recipe wine research social marketing sales business creative technical academic general virtual study math maths science history music email mail news meeting home family pet garden gardening shopping language financial finance tax budget job interview resume public private online event wedding friendly helpful professional expert experienced patient release technical internal strict funny warm polite night game bug issue ticket order invoice contract museum city book film movie weather school homework grammar chess menu image photo video',
)
