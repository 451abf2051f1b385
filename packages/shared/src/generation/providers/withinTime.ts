/** Hands on a stream that ends when its signal aborts, and fails with `reason` when it has gone on for so many milliseconds. */
export async function* withinTime<Piece, End>(
  { milliseconds, reason, signal }: { milliseconds: number; reason: Error; signal: AbortSignal },
  begin: (signal: AbortSignal) => AsyncGenerator<Piece, End, void>,
): AsyncGenerator<Piece, End, void> {
  const limit = new AbortController()
  const timeout = setTimeout(() => limit.abort(reason), milliseconds)
  try {
    return yield* begin(AbortSignal.any([signal, limit.signal]))
  } catch (error) {
    throw limit.signal.aborted ? reason : error
  } finally {
    clearTimeout(timeout)
  }
}
