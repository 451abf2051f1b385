import { requestCurl, requestJson, requestKinds, type RequestKind, type RequestSettings } from '@prologue/prompt-kit'
import ChevronDown from 'lucide-solid/icons/chevron-down'
import Copy from 'lucide-solid/icons/copy'
import { For, Show } from 'solid-js'
import { copyText } from '../../ui/copyText.ts'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import { useToasts } from '../../ui/Toasts.tsx'

const kindWords: Readonly<Record<RequestKind, string>> = {
  'openai-chat': 'OpenAI chat',
  'openai-responses': 'OpenAI responses',
  anthropic: 'Anthropic',
}

/** Copies a prompt as a text or as a request to a model. */
export function CopyMenu(props: {
  /** Null while something is missing: then somebody is led to it. */
  prompt: () => string | null
  /** The text as it is kept, where that is another one. */
  template: string | null
  settings: RequestSettings
  onMissing: () => void
}) {
  const say = useToasts()
  const copy = async (text: string, done: string) => {
    if (await copyText(text)) say(done)
    else say('The browser did not allow copying. Select the text and copy it by hand.', { tone: 'bad' })
  }
  const copyFilled = (write: (prompt: string) => string, done: string) => () => {
    const prompt = props.prompt()
    if (prompt === null) props.onMissing()
    else void copy(write(prompt), done)
  }
  return (
    <Menu
      label="Copy"
      variant="quiet"
      size="normal"
      trigger={
        <>
          <Copy />
          Copy
          <ChevronDown />
        </>
      }
    >
      <MenuItem onSelect={copyFilled((prompt) => prompt, 'The prompt is copied.')}>Text</MenuItem>
      <Show when={props.template}>
        {(template) => (
          <MenuItem onSelect={() => void copy(template(), 'The template is copied with its variables.')}>
            Text with its variables
          </MenuItem>
        )}
      </Show>
      <MenuLine />
      <For each={requestKinds}>
        {(kind) => (
          <MenuItem
            onSelect={copyFilled(
              (prompt) => requestJson(kind, prompt, props.settings),
              `A request to ${kindWords[kind]} is copied as JSON.`,
            )}
          >
            {kindWords[kind]}, JSON
          </MenuItem>
        )}
      </For>
      <MenuLine />
      <For each={requestKinds}>
        {(kind) => (
          <MenuItem
            onSelect={copyFilled(
              (prompt) => requestCurl(kind, prompt, props.settings),
              `A command that asks ${kindWords[kind]} is copied.`,
            )}
          >
            {kindWords[kind]}, curl
          </MenuItem>
        )}
      </For>
    </Menu>
  )
}
