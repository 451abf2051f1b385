import { createTitle } from '../ui/createTitle.ts'
import { LinkButton } from '../ui/LinkButton.tsx'
import { Notice } from '../ui/Notice.tsx'
import styles from './parts/NarrowPage.module.css'
import { PageHeader } from './parts/PageHeader.tsx'

export function NotFoundPage() {
  createTitle(() => 'Not found')
  return (
    <div class={styles.page}>
      <PageHeader ways />
      <main style={{ display: 'grid' }}>
        <Notice heading="h1" title="There is no page here" action={<LinkButton href="/">Go to the start</LinkButton>}>
          <p>The address may have been cut short when it was copied. Check it, or begin from the start.</p>
        </Notice>
      </main>
    </div>
  )
}
