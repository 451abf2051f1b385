import type { Prompt } from '@prologue/contracts'
import { createSignal, type Accessor } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import type { ExchangeActions, SendOptions } from './createExchangeActions.ts'

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
  /** Whether it was sent. */
  const deliver = async (message: string, options: SendOptions): Promise<boolean> => {
    setSending(message)
    setFailure(undefined)
    try {
      await actions.send(message, options)
      return true
    } catch (error) {
      setFailure(describeFailure(error))
      return false
    } finally {
      setSending(undefined)
    }
  }
  /** What is in the box. */
  const send = async (options: SendOptions): Promise<boolean> => {
    const message = text().trim()
    setText('')
    const sent = await deliver(message, options)
    // What was typed meanwhile stays below what could not be sent.
    if (!sent) setText(text() ? `${message}\n${text()}` : message)
    return sent
  }
  const stop = async () => {
    const prompt = running()
    if (!prompt) return
    setStopping(true)
    await actions.stop(prompt.id)
    setStopping(false)
  }
  return { sending, failure, stopping, send, deliver, stop }
}
