import styles from './Markdown.module.css'
import { renderMarkdown } from './markdown.ts'

export function Markdown(props: { text: string }) {
  return <div class={styles.markdown}>{[...renderMarkdown(props.text).childNodes]}</div>
}
