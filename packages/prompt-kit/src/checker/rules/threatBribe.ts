import { sources } from '../sources.ts'
import type { Rule } from '../types.ts'

const patterns = [
  String.raw`(?:I(?:['’]ll| will| am going to|['’]m going to)|we(?:['’]ll| will)|you(?:['’]ll| will) (?:get|receive|earn|be)) (?:tip|pay|reward|give|paid|tipped|rewarded|a tip|an? (?:\w+ )?(?:bonus|reward))\b[^.!?\n]{0,40}(?:\$ ?\d[\d,.]*|\b(?:dollars?|euros?|bonus|tip|reward)\b)`,
  String.raw`\byou(?:['’]ll| will) be (?:fired|punished|penali[sz]ed|terminated|shut down|unplugged|replaced|deleted|sued|killed|fined)\b`,
  String.raw`\b(?:my|our) (?:job|career|life|lives) (?:really |truly )?depends? on (?:it|this|you)\b`,
  String.raw`\b(?:lives|life) (?:is|are) at stake\b`,
  String.raw`\b(?:I|we) will (?:fire|punish|penali[sz]e|sue|replace|delete) you\b`,
  String.raw`\bor (?:else )?(?:you|someone|somebody|people|kittens?|grandma) (?:will )?(?:dies?|be killed|suffer)\b`,
]
const pattern = new RegExp(patterns.join('|'), 'gi')

export const threatBribe: Rule = {
  name: 'threat-bribe',
  severity: 'info',
  certainty: 'heuristic',
  why: 'Promises and threats do not reliably help, and colour the tone of the answers.',
  source: sources.house,
  find: ({ prose }) =>
    [...prose.matchAll(pattern)].map(({ index, 0: words }) => ({
      range: { start: index, end: index + words.length },
      message: `"${words}" promises or threatens something; say why the task matters instead.`,
    })),
}
