import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { ratingKeys } from './queries.ts'
import type { MyRating } from './ratedTemplate.ts'

export type RatingActs = ReturnType<typeof createRatingActs>

/** Rating a template, and taking that back. Each fails as the server answers it. */
export function createRatingActs(templateId: () => string) {
  const queryClient = useQueryClient()
  const say = useToasts()
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: templateKeys.all }),
      queryClient.invalidateQueries({ queryKey: ratingKeys.all(templateId()) }),
      queryClient.invalidateQueries({ queryKey: libraryKeys.all }),
    ])

  /** Makes one's rating what it was; null: there was none. */
  async function bringBack(before: MyRating | null, done: string) {
    const id = templateId()
    try {
      await (before
        ? api.templates.rate.mutate({ templateId: id, ...before })
        : api.templates.withdrawRating.mutate({ templateId: id }))
      say(done)
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    } finally {
      await readAgain()
    }
  }

  /** `before` is what Undo leads back to. */
  async function rate(rating: MyRating, before: MyRating | null) {
    await api.templates.rate.mutate({ templateId: templateId(), ...rating })
    const undone = before ? 'Your rating is what it was.' : 'Your rating is withdrawn.'
    const action = { label: 'Undo', run: () => void bringBack(before, undone) }
    say(before ? 'Your rating is changed.' : 'Thank you, your rating is saved.', { action })
    await readAgain()
  }

  async function withdraw(before: MyRating) {
    await api.templates.withdrawRating.mutate({ templateId: templateId() })
    const action = { label: 'Undo', run: () => void bringBack(before, 'Your rating is back.') }
    say('Your rating is withdrawn.', { action })
    await readAgain()
  }

  return { rate, withdraw }
}
