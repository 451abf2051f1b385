import {
  browseLibrarySchema,
  fitTemplatesSchema,
  fittingTemplatesSchema,
  libraryFacetsSchema,
  libraryFilterSchema,
  pageSchema,
  templateHitSchema,
} from '@prologue/contracts'
import { browseLibrary, countFacets, fitTemplates } from '../library/index.ts'
import { limited, procedure, router } from './trpc.ts'

export const libraryRouter = router({
  browse: procedure
    .meta({ policy: 'public', because: 'The library is everybody’s; what is one’s own is asked for by who is signed in.' })
    .use(limited('search'))
    .input(browseLibrarySchema)
    .output(pageSchema(templateHitSchema))
    .query(({ ctx, input }) => browseLibrary(ctx, input)),

  facets: procedure
    .meta({ policy: 'public', because: 'It counts what browsing the library would show, and nothing else.' })
    .use(limited('search'))
    .input(libraryFilterSchema)
    .output(libraryFacetsSchema)
    .query(({ ctx, input }) => countFacets(ctx, input)),

  fitting: procedure
    .meta({ policy: 'public', because: 'It finds what browsing the library would, by more words at once.' })
    .use(limited('search'))
    .input(fitTemplatesSchema)
    .output(fittingTemplatesSchema)
    .query(({ ctx, input }) => fitTemplates(ctx, input)),
})
