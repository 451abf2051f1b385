import styles from './Skeleton.module.css'

/** The place of a line of text that is on its way: of its final height, so that nothing moves when it comes. */
export function Skeleton(props: { width?: string; height?: string }) {
  return (
    <span class={styles.skeleton} style={{ width: props.width ?? '100%', height: props.height ?? '1em' }} aria-hidden="true" />
  )
}
