import { For } from 'solid-js'
import { Skeleton } from '../../ui/Skeleton.tsx'
import headStyles from './TemplateHead.module.css'
import styles from './Workbench.module.css'

/** The place of a template that is on its way. */
export function HeadSkeleton() {
  return (
    <div class={headStyles.head} role="status" aria-label="The template is being read">
      <Skeleton width="8rem" height="1.5rem" />
      <Skeleton width="min(26rem, 80%)" height="2.25rem" />
      <Skeleton width="min(40rem, 100%)" height="1.5rem" />
      <Skeleton width="min(24rem, 90%)" height="1.5rem" />
    </div>
  )
}

/** The place of the form and the text. */
export function WorkbenchSkeleton(props: { fields: number }) {
  return (
    <div class={styles.bench} data-filled={props.fields > 0 ? '' : undefined} aria-hidden="true">
      {props.fields > 0 && (
        <div class={styles.fill}>
          <Skeleton width="7rem" height="2.25rem" />
          <For each={Array.from({ length: props.fields })}>{() => <Skeleton height="3.75rem" />}</For>
        </div>
      )}
      <div class={styles.sheet}>
        <div class={styles.choose}>
          <Skeleton width="9rem" height="2.25rem" />
        </div>
        <Skeleton width="16rem" height="2.25rem" />
        <div class={styles.text}>
          <Skeleton height="24rem" />
        </div>
      </div>
    </div>
  )
}
