import { placeOf, targetOf } from './place.ts'
import { importRule } from './rule.ts'

const featureOf = (place: string) => /^apps\/web\/src\/features\/([^/]+)\//.exec(place)?.[1] ?? null

/** Features of the page do not know each other: what two of them need stands outside both. */
export const featureWalls = importRule((filename, { specifier }) => {
  const own = featureOf(placeOf(filename))
  const target = targetOf(filename, specifier)
  const other = own && target && featureOf(`${target}/`)
  return other && other !== own ? `The feature ${own} may not import the feature ${other}.` : null
})
