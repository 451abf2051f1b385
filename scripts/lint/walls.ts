/** What the files of a folder may import. The first wall whose folder holds the file counts. */
export type Wall = {
  /** Path from the root of the repository, ending in a slash. */
  folder: string
  /** The packages of this repository that may be imported, with the subpath where only that one is open. */
  house: string[]
  /** What its tests may import beside those. */
  houseOfTests?: string[]
  /** Packages of this repository, or from outside, of which only types may be imported. */
  types?: string[]
  /** Packages from outside: `any`, `browser` (any, but no module of Node's own), or just these. A `*` stands for the rest of a name. */
  outside: 'any' | 'browser' | string[]
}

const contracts = '@prologue/contracts'
const promptKit = '@prologue/prompt-kit'
const formats = '@prologue/prompt-kit/formats'
/** What commands load of it without all the rest. */
const partsOfShared = ['database', 'findAccount', 'interchange'].map((part) => `@prologue/shared/${part}`)
const live = ['yjs', 'y-*', 'lib0/*', 'zod']

/** The house, from the inside out: contracts, prompt-kit ← collab ← shared ← api; the page takes only what a browser can run. */
export const walls: Wall[] = [
  { folder: 'packages/contracts/src/', house: [], outside: ['zod'] },
  {
    folder: 'packages/prompt-kit/src/formats/',
    house: [],
    outside: ['zod', 'liquidjs', 'yaml', '@streamparser/json', 'csv-stringify/browser/*'],
  },
  {
    folder: 'packages/prompt-kit/src/',
    house: [],
    outside: ['zod', 'diff', 'liquidjs', 'tokenx', 'gpt-tokenizer/*', 'jsonrepair', '@secretlint/*'],
  },
  { folder: 'packages/collab/src/client/', house: [contracts], types: ['socket.io-client'], outside: live },
  { folder: 'packages/collab/src/server/', house: [contracts], types: ['socket.io'], outside: [...live, 'node:*'] },
  { folder: 'packages/collab/src/testing/', house: [contracts], outside: 'any' },
  { folder: 'packages/collab/src/', house: [contracts], outside: live },
  {
    folder: 'packages/shared/src/',
    house: [contracts, promptKit, formats, '@prologue/collab/server', '@prologue/collab/testing'],
    outside: 'any',
  },
  {
    folder: 'apps/web/src/',
    house: [contracts, promptKit, formats, '@prologue/collab/client'],
    types: ['@prologue/shared'],
    outside: 'browser',
  },
  {
    folder: 'apps/api/src/',
    house: [contracts, promptKit, formats, '@prologue/collab/server', '@prologue/shared', ...partsOfShared],
    houseOfTests: ['@prologue/collab/client', '@prologue/shared/testing'],
    outside: 'any',
  },
]

/** Tests and the configuration of tools run in Node and may use what is outside; the walls inside the house hold for them too. */
export const isTest = (place: string) => /\.(test|bench|spec)\.tsx?$|\/testing\//.test(place)

/** Folders of packages/shared/src that are not a domain but what all domains stand on: their files may be imported one by one. */
export const foundations = new Set(['database', 'models', 'policies', 'testing', 'trpc'])
