/** Numbers in [0, 1) that repeat with their seed (a linear congruence of 32 bits). */
export function startChance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The bytes with one to four changes: some taken out, some put in, a bit turned, the end cut off. */
export function mutate(bytes: Uint8Array, chance: () => number): Uint8Array {
  const upTo = (most: number) => Math.floor(chance() * (most + 1))
  let mutated = [...bytes]
  for (let times = upTo(3); times >= 0; times -= 1) {
    const at = upTo(mutated.length)
    const kind = upTo(3)
    if (kind === 0) mutated.splice(at, upTo(4))
    else if (kind === 1) mutated.splice(at, 0, ...Array.from({ length: upTo(6) }, () => upTo(255)))
    else if (kind === 2) mutated[at % Math.max(1, mutated.length)] = (mutated[at] ?? 0) ^ (1 << upTo(7))
    else if (chance() < 0.2) mutated = mutated.slice(0, at)
  }
  return Uint8Array.from(mutated)
}
