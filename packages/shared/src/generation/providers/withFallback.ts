import { AppError } from '@prologue/contracts'
import { eachPiece } from './eachPiece.ts'
import type { Provider } from './provider.ts'

/**
 * Asks the next where one failed before its first piece; what all of them say is told where none answers. It may cost what the dearest
 * of them does.
 */
export function withFallback(first: Provider, others: readonly Provider[]): Provider {
  return {
    ...first,
    free: [first, ...others].every(({ free }) => free),
    estimate: async (turn) => Math.max(...(await Promise.all([first, ...others].map((provider) => provider.estimate(turn))))),
    async *stream(turn, signal, charge) {
      const said: string[] = []
      for (const provider of [first, ...others]) {
        let told = false
        try {
          const end = yield* eachPiece(provider.stream(turn, signal, charge), (piece) => {
            told = true
            return [piece]
          })
          return { ...end, insteadOf: provider === first ? null : first.name }
        } catch (error) {
          if (told || signal.aborted || !(error instanceof AppError)) throw error
          said.push(error.message)
        }
      }
      throw new AppError('PROVIDER_FAILED', said.join(' '))
    },
  }
}
