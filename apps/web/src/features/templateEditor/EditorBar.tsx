import { A } from '@solidjs/router'
import ArrowLeft from 'lucide-solid/icons/arrow-left'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import Trash from 'lucide-solid/icons/trash'
import Undo2 from 'lucide-solid/icons/undo-2'
import { Show, type JSX } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { modifierKey } from '../../ui/keyNames.ts'
import { Menu, MenuItem } from '../../ui/Menu.tsx'
import { StateWord, type Tone } from '../../ui/StateWord.tsx'
import styles from './EditorBar.module.css'
import { stateWords, type SavingState } from './savingState.ts'

const tones: Readonly<Record<SavingState, Tone>> = {
  saved: 'good',
  saving: 'busy',
  offline: 'warn',
  'signed-out': 'warn',
  conflict: 'warn',
  unsendable: 'bad',
  gone: 'bad',
}

/** What is written on, how it stands, and what can be done with it as a whole. */
export function EditorBar(props: {
  title: string
  /** Where the template is read; null while nothing of it is published. */
  href: string | null
  latestNumber: number
  state: SavingState
  /** About the size of the text. */
  size: JSX.Element
  /** Whether there is a draft to be discarded. */
  hasDraft: boolean
  mayDelete: boolean
  /** The title is to be changed. */
  onTitle: () => void
  onDiscard: () => void
  onDelete: () => void
  onPublish: () => void
}) {
  return (
    <header class={styles.bar}>
      <A
        class={styles.back}
        href={props.href ?? '/templates?scope=mine'}
        aria-label={props.href ? 'To the template' : 'To your templates'}
        title={props.href ? 'To the template' : 'To your templates'}
      >
        <ArrowLeft size={18} />
      </A>
      <div class={styles.what}>
        <h1 class={styles.heading}>
          <button type="button" class={styles.title} title="Change the title" onClick={() => props.onTitle()}>
            {props.title}
          </button>
        </h1>
        <div class={styles.meta}>
          <StateWord tone={tones[props.state]}>{stateWords[props.state]}</StateWord>
          <span class={styles.version}>
            {props.latestNumber === 0 ? 'Not published yet' : `Version ${props.latestNumber} is published`}
          </span>
          <div class={styles.size}>{props.size}</div>
        </div>
      </div>
      <div class={styles.ways}>
        <Menu label="More" trigger={<Ellipsis />}>
          <Show when={props.hasDraft && props.latestNumber > 0}>
            <MenuItem onSelect={() => props.onDiscard()}>
              <Undo2 />
              Back to version {props.latestNumber}
            </MenuItem>
          </Show>
          <Show when={props.mayDelete}>
            <MenuItem onSelect={() => props.onDelete()}>
              <Trash />
              Delete the template
            </MenuItem>
          </Show>
        </Menu>
        <Button
          variant="primary"
          title={`It is saved by itself; ${modifierKey}+S saves at once`}
          onClick={() => props.onPublish()}
        >
          Publish…
        </Button>
      </div>
    </header>
  )
}
