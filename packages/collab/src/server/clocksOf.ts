import * as Y from 'yjs'

/** How many characters each client id had written, of a state vector. */
export function clocksOf(stateVector: Uint8Array): Map<number, number> {
  return Y.decodeStateVector(stateVector)
}
