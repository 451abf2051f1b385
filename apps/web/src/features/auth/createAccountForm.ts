import { createSignal, onMount } from 'solid-js'
import type { z } from 'zod'
import { useSession } from './session.tsx'

/** Checks with the server's own schema, says what is wrong at its field, sends, and tells the session; the page sees there who came in. */
export function createAccountForm<S extends z.ZodType>(options: {
  schema: S
  values: () => z.input<S>
  send: (input: z.output<S>) => Promise<unknown>
}) {
  const session = useSession()
  const [problems, setProblems] = createSignal<Readonly<Record<string, string>>>({})
  const [failure, setFailure] = createSignal<unknown>()
  const [busy, setBusy] = createSignal(false)

  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    if (busy()) return
    setFailure(undefined)
    const checked = options.schema.safeParse(options.values())
    setProblems(checked.success ? {} : firstProblems(checked.error.issues))
    if (!checked.success) {
      form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
      return
    }
    setBusy(true)
    try {
      await options.send(checked.data)
      await session.changed()
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }

  return { submit, busy, failure, wrong: (field: string) => problems()[field] }
}

/** For the form's `ref`: one begins to write at once. */
export function focusFirstField(form: HTMLFormElement): void {
  onMount(() => form.querySelector('input')?.focus())
}

function firstProblems(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, string> {
  const problems: Record<string, string> = {}
  for (const issue of issues) problems[String(issue.path[0])] ??= issue.message
  return problems
}
