import type { TemplateHit } from '@prologue/contracts'
import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { libraryKeys } from '../../libraryKeys.ts'
import { templateKeys } from '../../templateKeys.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { withFavourite, type ShownHits } from './shownHits.ts'

/** Keeps a template among one's favourites, or no longer: in every list at once, and as it was where the server refuses. */
export function createFavouriting() {
  const queryClient = useQueryClient()
  const say = useToasts()
  const show = (id: string, isFavourite: boolean) =>
    queryClient.setQueriesData<ShownHits>(
      { queryKey: libraryKeys.hits },
      (shown) => shown && withFavourite(shown, id, isFavourite),
    )

  return async ({ template, isFavourite }: TemplateHit) => {
    const { id } = template
    // What is being read now may be from before.
    await queryClient.cancelQueries({ queryKey: libraryKeys.hits })
    show(id, !isFavourite)
    try {
      await (isFavourite ? api.favourites.remove : api.favourites.add).mutate({ templateId: id })
    } catch (error) {
      show(id, isFavourite)
      say(describeFailure(error), { tone: 'bad' })
    } finally {
      void queryClient.invalidateQueries({ queryKey: templateKeys.all })
      void queryClient.invalidateQueries({ queryKey: [...libraryKeys.hits, 'favourites'] })
      void queryClient.invalidateQueries({ queryKey: [...libraryKeys.facets, 'favourites'] })
    }
  }
}
