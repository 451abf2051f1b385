import { wayBack } from '../../identity/keptVisits.ts'
import { createTitle } from '../../ui/createTitle.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../parts/PageHeader.tsx'
import styles from '../parts/NarrowPage.module.css'
import { KeptCopy } from './KeptCopy.tsx'

/** What a guest finds who loads a conversation again after their visit has ended. */
export function VisitEnded(props: { conversationId: string; guestId: string }) {
  createTitle(() => 'Your visit has ended')
  return (
    <div class={styles.page}>
      <PageHeader ways />
      <main>
        <Notice
          heading="h1"
          title="Your visit has ended"
          action={
            <>
              <LinkButton href={wayBack(props.conversationId)} variant="primary">
                Try the link again
              </LinkButton>
              <LinkButton href="/">Go to the start</LinkButton>
            </>
          }
        >
          <p>The link you came by was withdrawn or has run out, or you were removed. Ask whoever shared it for a new one.</p>
        </Notice>
        <KeptCopy conversationId={props.conversationId} personId={props.guestId} />
      </main>
    </div>
  )
}
