import { onCleanup } from 'solid-js'
import styles from './Announcement.module.css'
import { useSession } from './session.tsx'

const measure = (bar: HTMLElement) => {
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => style.setProperty('--announced', `${bar.offsetHeight}px`))
  observer.observe(bar)
  onCleanup(() => observer.disconnect())
}

/** What administrators tell everybody, above every page. Pages that fill the window are lower by its height. */
export function Announcement() {
  const session = useSession()
  return (
    <aside
      ref={measure}
      class={styles.bar}
      aria-label="Announcement"
      aria-live="polite"
      data-said={session.announcement() ? '' : undefined}
    >
      <p class={styles.text} dir="auto">
        {session.announcement()}
      </p>
    </aside>
  )
}
