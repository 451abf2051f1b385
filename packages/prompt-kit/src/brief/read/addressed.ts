import { baseForms } from '../lexicon/verbs.ts'

/** Who the pronoun after these is, is sure only before what an assistant alone does. */
const doing =
  /\b(if|when|whenever|unless|before|after|until|once|while|what|that) (?:it|he|she|the (?:assistant|bot|chatbot)) (answers|replies|responds|sends|deletes|acts|changes|books|closes|asks|suggests|gives|writes|uses|recommends|says|knows|explains|decides|makes|moves|starts)\b/gi
const unable =
  /\b(if|when|whenever|unless|where|that|words|terms|items|questions|anything|something) (?:it|he|she|the (?:assistant|bot|chatbot)) (?:(is)(?= (?:unsure|not sure|uncertain|in doubt|unable|not able|confident|certain|sure)\b)|(does)(?= not (?:know|understand|have|find)\b)|(doesn['’]t)(?= (?:know|understand|have|find)\b)|(lacks)\b|(?=(?:cannot|can['’]t|can not|could not)\b))/gi
const own =
  /\bits (?=(?:own )?(?:reasoning|answers?|repl(?:y|ies)|responses?|sources?|thinking|output|role|character|opinions?|knowledge|advice|suggestions?|questions?|explanations?|choices?|decisions?|confidence|tone|tools?|work|steps|language)\b)/gi
const self = /\b(explain|introduce|identify|repeat|correct|justify|excuse|call) (?:itself|himself|herself)\b/gi

/** Says "you" where a description says "it" of the assistant: "before it sends" → "before you send". What may be another thing stays. */
export function asAddressed(text: string): string {
  return text
    .replace(doing, (_whole, cue: string, verb: string) => `${cue} you ${baseForms.get(verb.toLowerCase()) ?? verb}`)
    .replace(unable, (_whole, cue: string, is?: string, does?: string, doesnt?: string, lacks?: string) => {
      const verb = is ? 'are' : does ? 'do' : doesnt ? "don't" : lacks ? 'lack' : ''
      return `${cue} you ${verb}`
    })
    .replace(own, 'your ')
    .replace(self, '$1 yourself')
}
