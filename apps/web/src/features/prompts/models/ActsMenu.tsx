import { acts, type Act, type ModelChoice } from '@prologue/contracts'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import WandSparkles from 'lucide-solid/icons/wand-sparkles'
import { createSignal, For, Show } from 'solid-js'
import { Menu, MenuItem, MenuLine, MenuText } from '../../../ui/Menu.tsx'
import { useToasts } from '../../../ui/Toasts.tsx'
import { ActDialog, readingModels } from './ActDialog.tsx'
import styles from './ActsMenu.module.css'
import { actWords } from './actWords.ts'
import { choiceOf, type Models } from './createModels.ts'

export type AskedAct = { act: Act; model: ModelChoice | undefined; language?: string }

/** What can be asked for about the draft as it stands. What needs a model says so where there is none. */
export function ActsMenu(props: { models: Models; draft: string; onAct: (asked: AskedAct) => void }) {
  const say = useToasts()
  const [asking, setAsking] = createSignal<Act>()
  const model = (act: Act) => {
    const one = act === 'generate' ? props.models.choice() : props.models.able()
    return one && choiceOf(one)
  }
  const choose = (act: Act) => {
    const isAble = act === 'generate' || model(act) !== undefined
    if (act !== 'generate' && isAble && !props.draft.trim()) say('The draft is empty. Write something there, or apply an answer.')
    else if (!isAble || act === 'translate') setAsking(act)
    else props.onAct({ act, model: model(act) })
  }
  const byWhom = () => {
    const able = props.models.able()
    if (!able && props.models.failed()) return 'The models could not be read.'
    if (!able && !props.models.list()) return readingModels
    if (!able) return 'Generate needs no model; the others do.'
    return props.models.choice() ? `By ${able.model}.` : `By ${able.model}; Generate by the composer.`
  }
  return (
    <>
      <Menu
        size="small"
        opens="above"
        class={styles.trigger}
        label="Improve and more"
        trigger={
          <>
            <WandSparkles />
            <span class={styles.word}>Improve</span>
            <ChevronDown />
          </>
        }
      >
        <For each={acts}>
          {(act) => (
            <MenuItem onSelect={() => choose(act)}>
              <span class={styles.act}>
                {actWords[act].name}
                <Show when={act === 'translate'}>…</Show> <small>{actWords[act].does}</small>
              </span>
            </MenuItem>
          )}
        </For>
        <MenuLine />
        <MenuText>{byWhom()}</MenuText>
      </Menu>
      <ActDialog
        act={asking()}
        models={props.models}
        onLanguage={(language) => props.onAct({ act: 'translate', model: model('translate'), language })}
        onGo={choose}
        onClose={() => setAsking(undefined)}
      />
    </>
  )
}
