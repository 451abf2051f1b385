import { isBuiltin } from 'node:module'
import { placeOf, targetOf } from './place.ts'
import { importRule } from './rule.ts'
import { isTest, type Wall, walls } from './walls.ts'

const matches = (pattern: string, specifier: string) =>
  pattern.endsWith('*') ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern

const inList = (list: string[], specifier: string) => list.some((pattern) => matches(pattern, specifier))

function isOpen({ house, houseOfTests = [], outside }: Wall, specifier: string, test: boolean): boolean {
  if (specifier.startsWith('@prologue/')) return inList(test ? [...house, ...houseOfTests] : house, specifier)
  if (outside === 'any' || test) return true
  return outside === 'browser' ? !isBuiltin(specifier) : inList(outside, specifier)
}

/** Packages are walls: what runs in a browser cannot reach the server's code, and imports go one way. */
export const packageWalls = importRule((filename, { specifier, typeOnly }) => {
  const place = placeOf(filename)
  const wall = walls.find(({ folder }) => place.startsWith(folder))
  const target = targetOf(filename, specifier)
  if (target !== null) {
    const [kind, name] = place.split('/')
    const own = kind === 'packages' || kind === 'apps' ? `${kind}/${name}/` : ''
    return target.startsWith(own) && (own || !target.startsWith('apps/')) ? null : `${specifier} reaches into another package.`
  }
  if (specifier.startsWith('@prologue/api') || specifier.startsWith('@prologue/web')) return 'Nothing imports an app.'
  if (!wall || isOpen(wall, specifier, isTest(place))) return null
  if (inList(wall.types ?? [], specifier)) return typeOnly ? null : `${wall.folder} may import only types from ${specifier}.`
  return `${wall.folder} may not import ${specifier}; scripts/lint/walls.ts says what it may.`
})
