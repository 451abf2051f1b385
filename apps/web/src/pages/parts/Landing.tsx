import { landingOpening } from '@prologue/contracts'
import { FeaturedTemplates } from '../../features/library/FeaturedTemplates.tsx'
import { createTitle } from '../../ui/createTitle.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import styles from './Landing.module.css'
import { Sample } from './Sample.tsx'

/** What Prologue is, in one screen, with a prompt that sets itself out anew as one changes what is asked of it. */
export function Landing() {
  createTitle(() => undefined)
  return (
    <main class={styles.landing}>
      <div class={styles.words}>
        <h1 class={styles.title}>{landingOpening.title}</h1>
        <p class={styles.lead}>{landingOpening.lead}</p>
        <div class={styles.ways}>
          <LinkButton href="/signup" variant="primary">
            Create account
          </LinkButton>
          <LinkButton href="/login">Sign in</LinkButton>
          <LinkButton href="/templates" variant="plain">
            Browse the library
          </LinkButton>
        </div>
        <ul class={styles.facts}>
          <li>No model and no key needed to begin</li>
          <li>Every edit is stored before it says Saved</li>
          <li>On your own server, nowhere else</li>
        </ul>
      </div>
      <Sample />
      <div class={styles.library}>
        <FeaturedTemplates />
      </div>
    </main>
  )
}
