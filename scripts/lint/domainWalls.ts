import { placeOf, targetOf } from './place.ts'
import { importRule } from './rule.ts'
import { foundations } from './walls.ts'

const domainOf = (place: string) => /^packages\/shared\/src\/([^/]+)\//.exec(place)?.[1] ?? null

/** A domain is used through its index.ts, so that what it keeps to itself can change. */
export const domainWalls = importRule((filename, { specifier }) => {
  const place = placeOf(filename)
  const target = targetOf(filename, specifier)
  if (!target || !place.startsWith('packages/shared/src/')) return null
  const domain = domainOf(target)
  if (!domain || domain === domainOf(place) || foundations.has(domain)) return null
  return target === `packages/shared/src/${domain}/index.ts` ? null : `The domain ${domain} is used through its index.ts.`
})
