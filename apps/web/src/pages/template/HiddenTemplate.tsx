import { onMount } from 'solid-js'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { focusHeading } from './focusHeading.ts'
import styles from './TemplatePage.module.css'

/** In place of somebody else's template that was made private here just now. */
export function HiddenTemplate(props: { title: string }) {
  return (
    <main class={styles.state} ref={(main) => onMount(() => focusHeading(main))}>
      <Notice
        heading="h1"
        title={`“${props.title}” is private now`}
        action={
          <LinkButton href="/templates" variant="primary">
            To the library
          </LinkButton>
        }
      >
        <p>Only its owner finds it, and only its owner can let others find it again.</p>
      </Notice>
    </main>
  )
}
