type Place = { line: number; column: number }

/** Where a UTF-16 index of a text is, in lines and columns counted from 1. */
export function placesOf(text: string): (index: number) => Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (index) => {
    const line = starts.findLastIndex((start) => start <= index)
    return { line: line + 1, column: index - (starts[line] ?? 0) + 1 }
  }
}
