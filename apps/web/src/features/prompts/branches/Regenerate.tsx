import type { ModelChoice, Prompt } from '@prologue/contracts'
import RefreshCw from 'lucide-solid/icons/refresh-cw'
import { Menu } from '../../../ui/Menu.tsx'
import { choiceKey, choiceOf, type Models } from '../models/createModels.ts'
import { ModelChoices } from '../models/ModelChoices.tsx'
import styles from './Regenerate.module.css'

/** Another answer to the same message, by any model. What only a model does is offered no composer. */
export function Regenerate(props: { prompt: Prompt; models: Models; onRegenerate: (model: ModelChoice | undefined) => void }) {
  const items = () => props.models.list()?.items ?? []
  /** Who wrote this one, where it can be asked again. */
  const same = () => items().find(({ provider, model }) => provider === props.prompt.provider && model === props.prompt.model)
  const value = () => {
    const model = same()
    return model ? choiceKey(model) : ''
  }
  const choose = (key: string) => {
    const model = items().find((one) => choiceKey(one) === key)
    props.onRegenerate(model && choiceOf(model))
  }
  return (
    <Menu
      size="small"
      label="Regenerate"
      trigger={
        <>
          <RefreshCw />
          <span class={styles.word}>Regenerate</span>
        </>
      }
    >
      <ModelChoices
        models={props.models}
        legend="Answer again by"
        value={value()}
        withComposer={props.prompt.whole}
        onChoose={choose}
      />
    </Menu>
  )
}
