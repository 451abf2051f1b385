import { createSignal, type Accessor } from 'solid-js'

export type Act = {
  busy: Accessor<boolean>
  /** What the last try failed with, until the next. */
  failure: Accessor<unknown>
  /** Does nothing while the one before is under way. */
  run: (work: () => Promise<unknown>) => Promise<void>
}

/** Something a button does: it runs, it fails, it can be tried again. */
export function createAct(): Act {
  const [busy, setBusy] = createSignal(false)
  const [failure, setFailure] = createSignal<unknown>()
  const run: Act['run'] = async (work) => {
    if (busy()) return
    setBusy(true)
    setFailure(undefined)
    try {
      await work()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, failure, run }
}
