import { createMemo, createSignal, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { createModelList } from '../../modelList.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { PriceDialog } from './PriceDialog.tsx'
import type { SaveModelPrice } from './priceFields.ts'
import { priceRows, type PriceRow } from './priceRows.ts'
import { PriceTable } from './PriceTable.tsx'
import styles from './ProviderSection.module.css'
import { createPriceActs, createPriceList } from './queries.ts'
import { Waiting } from './Waiting.tsx'

/** What the models cost that people can choose: as the program knows it, or as it is set here. */
export function PriceSection() {
  const models = createModelList(() => true)
  const prices = createPriceList()
  const failures = [createFailure(models), createFailure(prices)]
  const failure = () => failures.map((one) => one()).find(Boolean)
  const acts = createPriceActs()
  const act = createAct()
  const say = useToasts()
  const [editing, setEditing] = createSignal<PriceRow | null>()
  const rows = createMemo(() => {
    const offered = models.isPending ? undefined : models.data?.items
    const set = prices.isPending ? undefined : prices.data
    return offered && set && priceRows(offered, set)
  })
  const providers = () => [...new Set((rows() ?? []).map(({ provider }) => provider ?? ''))]
  const retry = () => {
    void models.refetch()
    void prices.refetch()
  }
  const save = async (input: SaveModelPrice) => {
    await acts.save(input)
    setEditing(undefined)
    say(`The price of ${input.model} is set.`)
  }
  const forget = async ({ model, set }: PriceRow) => {
    if (!set) return
    const { id: _, ...before } = set
    await act.run(() => acts.remove(set))
    const refused = act.failure()
    if (refused) return say(describeFailure(refused), { tone: 'bad' })
    say(`For ${model} counts what the program knows.`, { action: { label: 'Undo', run: () => void undo(before) } })
  }
  const undo = (before: SaveModelPrice) =>
    acts.save(before).catch((error: unknown) => say(describeFailure(error), { tone: 'bad' }))
  return (
    <Section
      title="Prices"
      lead="The program knows what many models cost. Set what it does not know, or what you pay instead; budgets and totals count by it."
    >
      <div class={styles.part}>
        <ListFrame
          noun="prices"
          items={rows()}
          failure={failure()}
          onRetry={retry}
          waiting={<Waiting label="Reading the prices" />}
        >
          {(known) => (
            <>
              <Show
                when={known().length > 0}
                fallback={
                  <p class={styles.state}>
                    The models of your providers stand here with what they cost, as soon as there are any.
                  </p>
                }
              >
                <PriceTable rows={known()} busy={act.busy()} onChange={setEditing} onForget={(row) => void forget(row)} />
                <Button size="small" onClick={() => setEditing(null)}>
                  Set the price of another model
                </Button>
              </Show>
            </>
          )}
        </ListFrame>
      </div>
      <PriceDialog row={editing()} providers={providers()} onSave={save} onClose={() => setEditing(undefined)} />
    </Section>
  )
}
