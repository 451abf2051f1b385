import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { ConfirmProvider, useConfirmed } from './confirm.tsx'

afterEach(cleanup)

function renderConfirmed() {
  let confirmed: ReturnType<typeof useConfirmed> | undefined
  render(() => (
    <ConfirmProvider>
      {(() => {
        confirmed = useConfirmed()
        return null
      })()}
    </ConfirmProvider>
  ))
  if (!confirmed) throw new Error('Nothing was rendered')
  return confirmed
}

test('a call that goes well is made once', async () => {
  const confirmed = renderConfirmed()
  let calls = 0
  expect(await confirmed(async () => ++calls)).toBe(1)
  expect(calls).toBe(1)
})

test('what fails for another reason is thrown, and nobody is asked', async () => {
  const confirmed = renderConfirmed()
  const refused = Object.assign(new Error('refused'), { data: { wire: { code: 'CONFLICT', message: 'Taken.' } } })
  await expect(confirmed(() => Promise.reject(refused))).rejects.toBe(refused)
})
