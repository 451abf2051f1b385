import type { JSX } from 'solid-js'
import { createTitle } from '../../ui/createTitle.ts'
import styles from './AccountPage.module.css'
import { PageHeader } from './PageHeader.tsx'

/** One narrow column: what this is, the form, and the way to the other one. */
export function AccountPage(props: { title: string; lead?: JSX.Element; children: JSX.Element; other?: JSX.Element }) {
  createTitle(() => props.title)
  return (
    <div class={styles.page}>
      <PageHeader />
      <main class={styles.main}>
        <div class={styles.opening}>
          <h1 class={styles.title}>{props.title}</h1>
          <div class={styles.lead}>{props.lead}</div>
        </div>
        {props.children}
        <p class={styles.other}>{props.other}</p>
      </main>
    </div>
  )
}
