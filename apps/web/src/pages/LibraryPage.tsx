import { libraryOpening } from '@prologue/contracts'
import Plus from 'lucide-solid/icons/plus'
import Upload from 'lucide-solid/icons/upload'
import { useSearchParams } from '@solidjs/router'
import { lazy, Show } from 'solid-js'
import { nothingChosen } from '../features/library/choice.ts'
import { Library } from '../features/library/Library.tsx'
import { createFacets } from '../features/library/queries.ts'
import { useSession } from '../identity/session.tsx'
import { createTitle } from '../ui/createTitle.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import styles from './LibraryPage.module.css'
import { PageHeader } from './parts/PageHeader.tsx'

/** Fetched when something is selected to be taken away. */
const ExportMenu = lazy(async () => {
  const { ExportMenu: menu } = await import('../features/interchange/ExportMenu.tsx')
  return { default: menu }
})

export default function LibraryPage() {
  createTitle(() => 'Library')
  const session = useSession()
  const [search] = useSearchParams<{ scope?: string }>()
  const isMine = () => search.scope === 'mine' && session.account() !== null
  // Of all of one's own, whatever is looked for among them.
  const mine = createFacets(() => ({ ...nothingChosen, scope: 'mine' }), isMine)
  return (
    <div class={styles.page}>
      <PageHeader ways />
      <main class={styles.main}>
        <div class={styles.opening}>
          <div class={styles.words}>
            <h1 class={styles.title}>{libraryOpening.title}</h1>
            <p class={styles.lead}>{libraryOpening.lead}</p>
          </div>
          <div class={styles.ways}>
            <Show when={isMine() && mine()?.found !== 0}>
              <ExportMenu templates="all" name="my-templates" size="normal">
                Export all
              </ExportMenu>
            </Show>
            <LinkButton href="/templates/import">
              <Upload />
              Import
            </LinkButton>
            <LinkButton href="/templates/new" variant="primary">
              <Plus />
              New template
            </LinkButton>
          </div>
        </div>
        <Library exporting={(ids) => <ExportMenu templates={ids()} />} />
      </main>
    </div>
  )
}
