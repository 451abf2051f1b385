import { createSignal, onMount } from 'solid-js'
import type { z } from 'zod'
import { createAct, type Act } from './createAct.ts'

export type Form = Pick<Act, 'busy' | 'failure'> & {
  submit: (event: SubmitEvent & { currentTarget: HTMLFormElement }) => Promise<void>
  /** What is wrong with a field, in a sentence; a field within one goes by both names with a dot between. */
  wrong: (field: string) => string | undefined
}

/** Checks with the server's own schema, says what is wrong at its field, and sends. */
export function createForm<S extends z.ZodType>(options: {
  schema: S
  values: () => z.input<S>
  send: (input: z.output<S>) => Promise<unknown>
}): Form {
  const [problems, setProblems] = createSignal<Readonly<Record<string, string>>>({})
  const act = createAct()

  const submit: Form['submit'] = async (event) => {
    event.preventDefault()
    const form = event.currentTarget
    const checked = options.schema.safeParse(options.values())
    setProblems(checked.success ? {} : firstProblems(checked.error.issues))
    if (!checked.success) {
      form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      return
    }
    await act.run(() => options.send(checked.data))
  }

  return { submit, busy: act.busy, failure: act.failure, wrong: (field) => problems()[field] }
}

/** For the form's `ref`: one begins to write at once. */
export function focusFirstField(form: HTMLFormElement): void {
  onMount(() => form.querySelector<HTMLElement>('input:not([hidden])')?.focus())
}

function firstProblems(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const { path, message } of issues) {
    problems[String(path[0])] ??= message
    problems[path.join('.')] ??= message
  }
  return problems
}
