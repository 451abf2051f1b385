import { limits } from '@prologue/contracts'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { MessageBox } from './MessageBox.tsx'

afterEach(cleanup)

function renderBox(options: { text?: string; running?: boolean; failure?: string } = {}) {
  const [text, setText] = createSignal(options.text ?? '')
  const onSend = vi.fn<() => void>()
  const onStop = vi.fn<() => void>()
  render(() => (
    <MessageBox
      text={text()}
      onInput={setText}
      running={options.running ?? false}
      stopping={false}
      failure={options.failure}
      first={false}
      onSend={onSend}
      onStop={onStop}
    />
  ))
  return { onSend, onStop, box: screen.getByRole('textbox', { name: 'Message' }) }
}

test('Enter makes a new line; with Ctrl or ⌘ it sends', () => {
  const { box, onSend } = renderBox({ text: 'Be brief' })
  fireEvent.keyDown(box, { key: 'Enter' })
  expect(onSend).not.toHaveBeenCalled()
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true })
  fireEvent.keyDown(box, { key: 'Enter', metaKey: true })
  expect(onSend).toHaveBeenCalledTimes(2)
})

test('blank text is not sent', () => {
  const { box, onSend } = renderBox({ text: ' \n ' })
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true })
  expect(onSend).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
})

test('while an answer is written Stop stands in place of Send', () => {
  const { box, onSend, onStop } = renderBox({ text: 'More', running: true })
  expect(screen.queryByRole('button', { name: 'Send' })).toBeNull()
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true })
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
  expect(onSend).not.toHaveBeenCalled()
  expect(onStop).toHaveBeenCalledOnce()
})

test('what could not be sent is said', () => {
  renderBox({ text: 'Hello', failure: 'The server does not answer.' })
  expect(screen.getByRole('alert').textContent).toContain('Not sent. The server does not answer.')
})

test('a text above the limit stays whole, is said to be too long, and is not sent', () => {
  const text = 'a'.repeat(limits.message + 1)
  const { box, onSend } = renderBox({ text })
  expect(box).toHaveProperty('value', text)
  expect(box.hasAttribute('maxlength')).toBe(false)
  fireEvent.keyDown(box, { key: 'Enter', ctrlKey: true })
  expect(onSend).not.toHaveBeenCalled()
  expect(screen.getByRole('button', { name: 'Send' })).toHaveProperty('disabled', true)
  expect(screen.getByText('250,001 of 250,000 characters. Shorten it, or send it in parts.')).toBeTruthy()
})
