/** Words that may follow a table where it has no other name. */
const keywords =
  /^(on|using|where|inner|left|right|cross|join|order|group|limit|union|force|use|set|for|having|natural|straight_join)$/i

/** The tables that a statement calls by other names, by those names. */
export function aliases(sql: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, table = '', alias] of sql.matchAll(/\b(?:from|join)\s+[`"]?(\w+)[`"]?(?:\s+(?:as\s+)?[`"]?(\w+)[`"]?)?/gi)) {
    found.set(alias !== undefined && !keywords.test(alias) ? alias : table, table)
  }
  return found
}
