import type { Settings } from '@prologue/contracts'
import { createSignal, Show, untrack } from 'solid-js'
import { z } from 'zod'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextField } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { money } from '../../ui/money.ts'
import { createSaving } from './queries.ts'
import { typedBudget } from './typed.ts'

const schema = z.object({ dailyBudget: typedBudget })

/** `fixed`: the environment says it, so that it is only shown. */
export function BudgetForm(props: { settings: Settings; fixed: boolean }) {
  const initial = () => {
    const { dailyBudget } = props.settings
    return dailyBudget === null ? '' : (dailyBudget / 1_000_000).toFixed(2)
  }
  const [dailyBudget, setDailyBudget] = createSignal(untrack(initial))
  const form = createForm({ schema, values: () => ({ dailyBudget: dailyBudget() }), send: createSaving() })
  const inForce = () => (props.settings.dailyBudget === null ? 'No limit' : money(props.settings.dailyBudget))
  return (
    <Show
      when={!props.fixed}
      fallback={
        <p>
          {inForce()}, as <code>MODEL_DAILY_BUDGET_USD</code> says. To set it here, take that from the environment.
        </p>
      }
    >
      <Form
        form={form}
        unfocused
        label="Cost of models"
        buttons={
          <Button type="submit" busy={form.busy()}>
            Save the budget
          </Button>
        }
      >
        <TextField
          label="US dollars a day"
          hint="Empty: no limit. 0: only what costs nothing."
          inputMode="decimal"
          value={dailyBudget()}
          error={form.wrong('dailyBudget')}
          onInput={(event) => setDailyBudget(event.currentTarget.value)}
        />
      </Form>
    </Show>
  )
}
