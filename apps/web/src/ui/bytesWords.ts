const units = ['bytes', 'kB', 'MB', 'GB', 'TB']

/** `950 bytes`, `1.2 MB`, `31 GB`. */
export function bytesWords(bytes: number): string {
  let value = bytes
  let unit = 0
  // What would be written as 1,000 is one of the next.
  for (; value >= 999.5 && unit < units.length - 1; unit += 1) value /= 1000
  const digits = unit === 0 || value >= 9.95 ? 0 : 1
  return `${value.toFixed(digits)} ${units[unit]}`
}
