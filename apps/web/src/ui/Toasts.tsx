import X from 'lucide-solid/icons/x'
import { createContext, createSignal, For, onCleanup, Show, useContext, type JSX } from 'solid-js'
import { Button } from './Button.tsx'
import styles from './Toasts.module.css'

type Toast = { id: number; text: string; tone: 'plain' | 'bad'; action?: { label: string; run: () => void } }
type Say = (text: string, options?: Partial<Pick<Toast, 'tone' | 'action'>>) => void

const stay = 8000
const ToastContext = createContext<Say>()

/** Says in a corner what has happened, and offers to take it back. */
export function useToasts(): Say {
  const say = useContext(ToastContext)
  if (!say) throw new Error('useToasts stands outside Toasts')
  return say
}

export function Toasts(props: { children: JSX.Element }) {
  const [toasts, setToasts] = createSignal<readonly Toast[]>([])
  const timers = new Map<number, ReturnType<typeof setTimeout>>()
  let next = 0

  const drop = (id: number) => {
    hold(id)
    setToasts((all) => all.filter((toast) => toast.id !== id))
  }
  const hold = (id: number) => {
    clearTimeout(timers.get(id))
    timers.delete(id)
  }
  const release = (id: number) => {
    hold(id)
    timers.set(
      id,
      setTimeout(() => drop(id), stay),
    )
  }
  const say: Say = (text, options) => {
    const id = next++
    // Only the last act can be taken back: two buttons called Undo would leave people to guess.
    const kept = toasts().filter((toast) => !options?.action || !toast.action)
    setToasts([...kept.slice(-2), { id, text, tone: 'plain', ...options }])
    release(id)
  }
  onCleanup(() => timers.forEach((timer) => clearTimeout(timer)))

  return (
    <ToastContext.Provider value={say}>
      {props.children}
      <section class={styles.toasts} aria-label="Notifications" aria-live="polite">
        <For each={toasts()}>
          {(toast) => (
            <div
              class={styles.toast}
              data-tone={toast.tone}
              onPointerEnter={() => hold(toast.id)}
              onPointerLeave={() => release(toast.id)}
              onFocusIn={() => hold(toast.id)}
              onFocusOut={() => release(toast.id)}
            >
              <p class={styles.text}>{toast.text}</p>
              <Show when={toast.action}>
                {(action) => (
                  <Button
                    size="small"
                    onClick={() => {
                      drop(toast.id)
                      action().run()
                    }}
                  >
                    {action().label}
                  </Button>
                )}
              </Show>
              <Button variant="plain" size="small" aria-label="Dismiss" onClick={() => drop(toast.id)}>
                <X />
              </Button>
            </div>
          )}
        </For>
      </section>
    </ToastContext.Provider>
  )
}
