import type { Prompt } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import type { ExchangeActions } from './createExchangeActions.ts'

/** A message on its way, and the answer to it that can be stopped. What could not be sent goes back into the box. */
export function createSending(
  text: Accessor<string>,
  setText: (text: string) => void,
  running: Accessor<Prompt | undefined>,
  actions: ExchangeActions,
) {
  const [sending, setSending] = createSignal<string>()
  const [failure, setFailure] = createSignal<string>()
  const [stopping, setStopping] = createSignal(false)
  const send = async () => {
    const message = text().trim()
    setSending(message)
    setFailure(undefined)
    setText('')
    try {
      await actions.send(message)
    } catch (error) {
      setFailure(describeFailure(error))
      // What was typed meanwhile stays below what could not be sent.
      setText(text() ? `${message}\n${text()}` : message)
    } finally {
      setSending(undefined)
    }
  }
  const stop = async () => {
    const prompt = running()
    if (!prompt) return
    setStopping(true)
    await actions.stop(prompt.id)
    setStopping(false)
  }
  return { sending, failure, stopping, send, stop }
}
