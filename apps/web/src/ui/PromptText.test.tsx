import { cleanup, render } from '@solidjs/testing-library'
import { afterEach, expect, test } from 'vitest'
import { PromptText } from './PromptText.tsx'

afterEach(cleanup)

test('a prompt is shown to the letter, and none of it becomes markup', () => {
  const text =
    '<role>\nYou greet {{ name }}.\n</role>\n\n# Rules\n- <img src=x onerror=alert(1)>\n\n- [x](javascript:alert(1)) & **so on**'
  const { container } = render(() => <PromptText text={text} />)
  expect(container.textContent).toBe(`${text}\n`)
  expect(container.querySelector('img, a, role, strong')).toBeNull()
})
