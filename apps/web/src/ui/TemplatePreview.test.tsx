import { fillValues, renderPieces, variablesSchema } from '@prologue/prompt-kit'
import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library'
import { createMemo, createSignal } from 'solid-js'
import { afterEach, expect, test, vi } from 'vitest'
import { TemplatePreview } from './TemplatePreview.tsx'
import { readTyped, type TypedValues } from './typedValues.ts'
import { VariablesForm } from './VariablesForm.tsx'

afterEach(cleanup)

const text = '# Guide\nYou know {{ city }}.\n{% for rule in rules %}- {{ rule }}\n{% endfor %}Key: {{ key }}, {{ stars }}'
const variables = variablesSchema.parse([
  { name: 'city', label: 'Town', type: 'text', min: 3, example: 'Ghent' },
  { name: 'rules', type: 'list' },
  { name: 'key', type: 'text', sensitive: true, required: false },
  { name: 'stars', type: 'integer', default: 5, max: 5 },
])

const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } })

function renderBoth() {
  const onGap = vi.fn<(name: string) => void>()
  const [typed, setTyped] = createSignal<TypedValues>({})
  const [all, setAll] = createSignal(false)
  const { container } = render(() => {
    const values = createMemo(() => readTyped(variables, typed()))
    const faults = () => {
      const filled = fillValues(variables, values())
      return filled.ok ? [] : filled.faults
    }
    return (
      <>
        <VariablesForm
          variables={variables}
          values={typed()}
          onChange={(name, value) => setTyped((before) => ({ ...before, [name]: value }))}
          faults={faults()}
          all={all()}
        />
        <article>
          <TemplatePreview
            text={text}
            rendered={renderPieces(text, { variables, values: values() })}
            variables={variables}
            onGap={onGap}
          />
        </article>
      </>
    )
  })
  return { container, onGap, setAll, shown: () => screen.getByRole('article').textContent }
}

test('what is typed stands marked in the text, what is missing is a gap that leads to its field', () => {
  const { container, onGap, shown } = renderBoth()
  expect(shown()).toBe('# Guide\nYou know Town.\n- Rules\nKey: , 5\n')
  fireEvent.click(screen.getByRole('button', { name: 'Town' }))
  expect(onGap).toHaveBeenCalledExactlyOnceWith('city')
  const heading = container.querySelector('[data-kind=heading]')
  type('Town', 'Ghent')
  type('Rules', 'be kind\nbe brief')
  expect(shown()).toBe('# Guide\nYou know Ghent.\n- be kind\n- be brief\nKey: , 5\n')
  expect([...container.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Ghent', 'be kind', 'be brief', '5'])
  expect(container.querySelector('[data-kind=heading]')).toBe(heading)
})

test('what is sensitive is hidden in the field and in the text', () => {
  const { shown } = renderBoth()
  type('Key (optional)', 'secret')
  expect(screen.getByLabelText('Key (optional)').getAttribute('type')).toBe('password')
  expect(shown()).toContain('Key: ••••••, 5')
})

test('a fault is said when its field was left, and all of them when they are wanted', () => {
  const { setAll } = renderBoth()
  expect(screen.getByLabelText('Town').getAttribute('placeholder')).toBe('Ghent')
  type('Town', 'X')
  expect(screen.queryByText('Use at least 3 characters.')).toBeNull()
  fireEvent.blur(screen.getByLabelText('Town'))
  expect(screen.getByText('Use at least 3 characters.')).toBeTruthy()
  expect(screen.queryByText('Fill this in.')).toBeNull()
  setAll(true)
  expect(screen.getByText('Fill this in.')).toBeTruthy()
  expect(screen.getByLabelText('Rules').getAttribute('aria-invalid')).toBe('true')
})

test('a text that cannot be read is shown as it is, with the reason', () => {
  render(() => <TemplatePreview text="A {{ b" rendered={renderPieces('A {{ b', { variables: [], values: {} })} variables={[]} />)
  expect(screen.getByText('This variable is not closed: }} is missing.')).toBeTruthy()
  expect(screen.getByText('A {{ b')).toBeTruthy()
})
