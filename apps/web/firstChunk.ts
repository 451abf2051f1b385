/** What the bundler knows of a module. */
type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null }

/** Their barrels name all of a package, though little of it is needed: what of them comes first the bundler finds better by itself. */
const barrels = /\/packages\/(?:contracts|prompt-kit|shared|collab)\//u

/**
 * Puts into one chunk what every page begins with: cut by what pages share it would be a dozen, and a phone waits longer for a dozen
 * files than for their bytes. `entry` is the path of the module the program begins with.
 */
export function firstChunk(entry: string) {
  let first: ReadonlySet<string> | undefined
  return (id: string, graph: Graph): string | null => {
    first ??= reachedFrom(entry, graph)
    return first.has(id) && id !== entry ? 'first' : null
  }
}

/** The modules that one imports, and those that these import, but for what is imported when it is needed. */
function reachedFrom(entry: string, graph: Graph): Set<string> {
  const reached = new Set<string>()
  const collect = (id: string) => {
    if (reached.has(id) || barrels.test(id)) return
    reached.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) collect(imported)
  }
  collect(entry)
  return reached
}
