import { createContext, createSignal, lazy, Show, useContext, type JSX } from 'solid-js'
import { failedWith } from '../failure.ts'

const ConfirmDialog = lazy(() => import('./ConfirmDialog.tsx'))

/** Makes a call that may need a recent proof of who is there; asks for the proof where it is due, then repeats the call. */
type Confirmed = <T>(call: () => Promise<T>) => Promise<T>

const ConfirmContext = createContext<Confirmed>()

export function useConfirmed(): Confirmed {
  const confirmed = useContext(ConfirmContext)
  if (!confirmed) throw new Error('useConfirmed stands outside ConfirmProvider')
  return confirmed
}

export function ConfirmProvider(props: { children: JSX.Element }) {
  const [open, setOpen] = createSignal(false)
  let asking: { answer: Promise<boolean>; settle: (confirmed: boolean) => void } | undefined

  const ask = () => {
    if (!asking) {
      const { promise, resolve } = Promise.withResolvers<boolean>()
      asking = { answer: promise, settle: resolve }
      setOpen(true)
    }
    return asking.answer
  }
  const settle = (confirmed: boolean) => {
    setOpen(false)
    asking?.settle(confirmed)
    asking = undefined
  }
  const confirmed: Confirmed = async (call) => {
    try {
      return await call()
    } catch (error) {
      // Who closes the dialog has the refusal itself for an answer: it says what was due.
      if (!failedWith(error, 'CONFIRM_IDENTITY') || !(await ask())) throw error
      return call()
    }
  }
  return (
    <ConfirmContext.Provider value={confirmed}>
      {props.children}
      <Show when={open()}>
        <ConfirmDialog onConfirmed={() => settle(true)} onClose={() => settle(false)} />
      </Show>
    </ConfirmContext.Provider>
  )
}
