/** The keys at the left edge of a text, which may be cut off anywhere: of YAML those of its outermost map. */
export function topKeys(yaml: string): Set<string> {
  return new Set(Array.from(yaml.matchAll(/^(['"]?)([\w-]+)\1:(?=[ \t\r]|$)/gm), ([, , key = '']) => key))
}

/** The keys of a front matter and what is there of the body; null where a text begins with none. */
export function frontKeys(beginning: string): { keys: Set<string>; body: string } | null {
  const [, front = '', body = ''] = /^\uFEFF?---[ \t]*\r?\n(.*?)(?:^|\n)---[ \t]*\r?\n(.*)$/s.exec(beginning) ?? []
  return front === '' ? null : { keys: topKeys(front), body }
}
