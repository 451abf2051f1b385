import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A path from the root of the repository, with forward slashes. */
export const placeOf = (filename: string) => relative(root, filename).split(sep).join('/')

/** The place that a relative import leads to, or null for the name of a package. */
export function targetOf(filename: string, specifier: string): string | null {
  return /^\.{1,2}(\/|$)/.test(specifier) ? placeOf(resolve(join(dirname(filename), specifier))) : null
}
