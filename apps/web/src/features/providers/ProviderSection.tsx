import type { Provider, SaveProvider } from '@prologue/contracts'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, createSignal, Show } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { keepFocus } from '../../ui/keepFocus.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import { ProviderDialog } from './ProviderDialog.tsx'
import { ProviderRow } from './ProviderRow.tsx'
import styles from './ProviderSection.module.css'
import { createProviderActs, createProviderList } from './queries.ts'
import { Waiting } from './Waiting.tsx'

/** Who runs the models that people can choose, in the order in which they are offered and asked. */
export function ProviderSection() {
  const list = createProviderList()
  const failure = createFailure(list)
  const acts = createProviderActs()
  const act = createAct()
  const say = useToasts()
  const [editing, setEditing] = createSignal<Provider | null>()
  const providers = () => (list.isPending ? undefined : list.data)
  const own = createMemo(() => (providers() ?? []).filter(({ fromEnvironment }) => !fromEnvironment))
  const attempt = async (work: () => Promise<unknown>, done?: string) => {
    await act.run(work)
    const refused = act.failure()
    if (refused) say(describeFailure(refused), { tone: 'bad' })
    else if (done) say(done)
  }
  const save = async (input: SaveProvider) => {
    await acts.save(input)
    setEditing(undefined)
    say(input.id ? `${input.name} is changed.` : `${input.name} is added. Test it to see whether it answers.`)
  }
  return (
    <Section
      title="Providers"
      lead="In the order in which their models are offered. Where one fails, the next that may be asked instead answers."
    >
      <div class={styles.part}>
        <ListFrame
          noun="providers"
          items={providers()}
          failure={failure()}
          onRetry={() => void list.refetch()}
          waiting={<Waiting label="Reading the providers" />}
        >
          {(known) => (
            <>
              <Show when={known().length > 0} fallback={<Empty />}>
                <ul ref={keepFocus} class={styles.rows} aria-label="Providers">
                  <ById each={known()}>
                    {(provider) => (
                      <ProviderRow
                        provider={provider()}
                        first={own()[0]?.id === provider().id}
                        last={own().at(-1)?.id === provider().id}
                        busy={act.busy()}
                        onMove={(by) =>
                          void acts
                            .move(provider().id, by)
                            .catch((error: unknown) => say(describeFailure(error), { tone: 'bad' }))
                        }
                        onEdit={() => setEditing(provider())}
                        onRemove={() =>
                          void attempt(() => acts.remove(provider().id), `${provider().name} is removed, and its key with it.`)
                        }
                        onTest={(model) => acts.test(provider().id, model)}
                      />
                    )}
                  </ById>
                </ul>
              </Show>
              <Button variant={known().length > 0 ? 'quiet' : 'primary'} onClick={() => setEditing(null)}>
                <Plus />
                Add a provider
              </Button>
            </>
          )}
        </ListFrame>
      </div>
      <ProviderDialog provider={editing()} onSave={save} onClose={() => setEditing(undefined)} />
    </Section>
  )
}

function Empty() {
  return (
    <div class={styles.state}>
      <p>
        No model is connected, and none is needed: the composer writes every prompt from people’s own words, and costs nothing.
      </p>
      <p>
        Connect a provider to have prompts improved, shortened, translated and explained as well. With an account at one, its key
        is all it takes. A server of your own, such as Ollama, costs nothing; one on this machine or in a private network has to
        be allowed by whoever runs this server, with <code>MODEL_PRIVATE_NETWORKS=yes</code>.
      </p>
    </div>
  )
}
