import { onMount } from 'solid-js'
import { createTemplateActs } from '../../features/templates/createTemplateActs.ts'
import type { TemplateView } from '../../templateView.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { focusHeading } from './focusHeading.ts'
import styles from './TemplatePage.module.css'

/** In place of a template that was deleted here just now. */
export function DeletedTemplate(props: { template: TemplateView; onRestored: () => void }) {
  const acts = createTemplateActs()
  const act = createAct()
  const undo = async () => {
    if (!(await acts.restore({ ...props.template }))) return
    props.onRestored()
    void acts.readAgain()
  }
  return (
    <main class={styles.state} ref={(main) => onMount(() => focusHeading(main))}>
      <Notice
        heading="h1"
        title={`“${props.template.title}” is deleted`}
        action={
          <>
            <Button variant="primary" busy={act.busy()} onClick={() => void act.run(undo)}>
              Undo
            </Button>
            <LinkButton href="/templates">To the library</LinkButton>
          </>
        }
      >
        <p>Nobody finds it any more. For a while it can be brought back, here or among the deleted templates of its owner.</p>
      </Notice>
    </main>
  )
}
