/**
 * Turns each piece of a stream into others and returns what it returned. Whoever stops listening before its end ends the stream as well.
 */
export async function* eachPiece<In, Out, End>(
  stream: AsyncGenerator<In, End, void>,
  turn: (piece: In) => Promise<readonly Out[]> | readonly Out[],
): AsyncGenerator<Out, End, void> {
  try {
    for (let next = await stream.next(); ; next = await stream.next()) {
      if (next.done === true) return next.value
      yield* await turn(next.value)
    }
  } finally {
    await stream[Symbol.asyncDispose]()
  }
}
