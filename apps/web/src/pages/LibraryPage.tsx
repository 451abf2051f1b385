import Plus from 'lucide-solid/icons/plus'
import Upload from 'lucide-solid/icons/upload'
import { Library } from '../features/library/Library.tsx'
import { createTitle } from '../ui/createTitle.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import styles from './LibraryPage.module.css'
import { PageHeader } from './parts/PageHeader.tsx'

export default function LibraryPage() {
  createTitle(() => 'Library')
  return (
    <div class={styles.page}>
      <PageHeader ways />
      <main class={styles.main}>
        <div class={styles.opening}>
          <div class={styles.words}>
            <h1 class={styles.title}>Library</h1>
            <p class={styles.lead}>System prompts with blanks to fill in. Find one, try it, make it yours.</p>
          </div>
          <div class={styles.ways}>
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
        <Library exporting={() => <></>} />
      </main>
    </div>
  )
}
