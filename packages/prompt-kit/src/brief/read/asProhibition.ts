import { forbids } from './cues.ts'

/** Other ways to begin a prohibition, and words that make one in other languages. */
const prohibits =
  /^(?:please )?(?:nothing|nobody|none|under no|in no|stop|omit|exclude|refuse|decline|skip|leave out|(?:keep|stay|steer) (?:away|clear)|(?:(?:it|they|the [\p{L}-]+) )?(?:must|should|may|can|will|does|do|shall)(?:n['’]t| not| never)|(?:it|they|the [\p{L}-]+) (?:cannot|never))(?![\p{L}])/iu
const elsewhere =
  /(?<![\p{L}])(?:nie|niemals|nicht|kein|keine|keinen|jamais|pas|nunca|jamás|não|nooit|niet|geen|mai|non|не|никогда|نه|لا|אל|לא)(?![\p{L}])|[不勿别]|ない/iu

/** A line of what not to do as a prohibition: "Promise a refund" → "Never promise a refund". One that forbids already stays. */
export function asProhibition(rule: string): string {
  if (forbids.test(rule) || prohibits.test(rule) || elsewhere.test(rule)) return rule
  const bare = rule.replace(/^please /i, '')
  const words = /^\p{Lu}\p{Ll}+(?![\p{L}-]*\p{Lu})/u.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
  return /^(?!bring|sing|string)\p{L}{3,}ing\b/iu.test(words) ? `Avoid ${words}` : `Never ${words}`
}
