import { For, Show } from 'solid-js'
import { MenuChoices, MenuItem, MenuLine, MenuText } from '../../../ui/Menu.tsx'
import { byProvider, priceWords, spentWords } from './modelWords.ts'
import { choiceKey, type Models } from './createModels.ts'
import { ConnectItem } from './ConnectItem.tsx'

/** The items of a menu in which a model is chosen: the composer, then the models by who offers them, and what they cost. */
export function ModelChoices(props: {
  models: Models
  value: string
  legend: string
  withComposer: boolean
  onChoose: (key: string) => void
}) {
  const list = () => props.models.list()
  return (
    <>
      <Show when={props.withComposer} fallback={<MenuText>{props.legend}</MenuText>}>
        <MenuChoices
          legend={props.legend}
          value={props.value}
          choices={[{ value: '', label: 'Composer (no model)', note: 'free, from your words alone' }]}
          onChoose={() => props.onChoose('')}
        />
      </Show>
      <For each={byProvider(list()?.items ?? [])}>
        {(group) => (
          <MenuChoices
            legend={group.provider}
            value={props.value}
            choices={group.models.map((model) => ({ value: choiceKey(model), label: model.model, note: priceWords(model) }))}
            onChoose={(key) => props.onChoose(key)}
          />
        )}
      </For>
      <MenuLine />
      <Show when={props.models.failed()}>
        <MenuText>The models could not be read.</MenuText>
        <MenuItem onSelect={() => props.models.again()}>Try again</MenuItem>
      </Show>
      <Show when={list()}>
        {(known) => (
          <Show when={known().items.length > 0} fallback={<ConnectItem mayConnect={props.models.mayConnect()} />}>
            <MenuText>{spentWords(known())}</MenuText>
          </Show>
        )}
      </Show>
    </>
  )
}
