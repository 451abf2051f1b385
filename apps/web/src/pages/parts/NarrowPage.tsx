import { Show, type JSX } from 'solid-js'
import { createTitle } from '../../ui/createTitle.ts'
import { takeFocus } from '../../ui/takeFocus.ts'
import styles from './NarrowPage.module.css'
import { PageHeader } from './PageHeader.tsx'

/** One narrow column: what this is, the form, and the way to the other one. */
export function NarrowPage(props: {
  title: string
  lead?: JSX.Element
  children?: JSX.Element
  other?: JSX.Element
  /** It comes as the answer to what was done on the page before it, so its heading takes the focus. */
  answer?: boolean
}) {
  createTitle(() => props.title)
  return (
    <div class={styles.page}>
      <PageHeader />
      <main class={styles.main}>
        <div class={styles.opening}>
          <Show when={props.answer} fallback={<h1 class={styles.title}>{props.title}</h1>}>
            <h1 class={styles.title} ref={takeFocus}>
              {props.title}
            </h1>
          </Show>
          <div class={styles.lead}>{props.lead}</div>
        </div>
        {props.children}
        <p class={styles.other}>{props.other}</p>
      </main>
    </div>
  )
}
