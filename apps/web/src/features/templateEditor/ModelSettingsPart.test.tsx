import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createSignal, untrack } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { ModelSettingsPart } from './ModelSettingsPart.tsx'
import type { Unfinished } from './unfinished.ts'

afterEach(cleanup)

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })

test('settings are set, taken out, and kept as they were while what is typed is wrong', () => {
  const [settings, setSettings] = createSignal<Unfinished['settings']>({ model: 'gpt-5' })
  render(() => <ModelSettingsPart settings={settings()} onChange={setSettings} />)
  const now = () => untrack(settings)
  expect(screen.getByLabelText('Model')).toHaveProperty('value', 'gpt-5')
  type('Temperature', '0.4')
  type('Most tokens', '900')
  expect(now()).toEqual({ model: 'gpt-5', temperature: 0.4, maxTokens: 900 })
  type('Model', '')
  expect(now()).toEqual({ temperature: 0.4, maxTokens: 900 })
  type('Temperature', '5')
  expect(screen.getByText('The temperature is a number from 0 to 2.')).toBeTruthy()
  expect(screen.getByLabelText('Temperature')).toHaveProperty('value', '5')
  expect(now()).toEqual({ temperature: 0.4, maxTokens: 900 })
  type('Temperature', '1')
  expect(now()).toEqual({ temperature: 1, maxTokens: 900 })
})
