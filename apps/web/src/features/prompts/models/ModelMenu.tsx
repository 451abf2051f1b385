import ChevronDown from 'lucide-solid/icons/chevron-down'
import { Menu } from '../../../ui/Menu.tsx'
import { choiceKey, type Models } from './createModels.ts'
import { ModelChoices } from './ModelChoices.tsx'
import styles from './ModelMenu.module.css'

/** Who answers the next message, and at what price. */
export function ModelMenu(props: { models: Models }) {
  const name = () => props.models.choice()?.model ?? 'Composer'
  const value = () => {
    const choice = props.models.choice()
    return choice ? choiceKey(choice) : ''
  }
  return (
    <Menu
      size="small"
      opens="above"
      class={styles.trigger}
      label={`Model: ${name()}`}
      trigger={
        <>
          <span class={styles.name}>{name()}</span>
          <ChevronDown />
        </>
      }
    >
      <ModelChoices models={props.models} legend="Who answers" withComposer value={value()} onChoose={props.models.choose} />
    </Menu>
  )
}
