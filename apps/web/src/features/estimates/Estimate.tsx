import { estimateTokens } from '@prologue/prompt-kit'
import { createMemo, createSignal, Show } from 'solid-js'
import { createChosenModel } from '../../modelList.ts'
import { Popover } from '../../ui/Popover.tsx'
import { countWords } from '../../ui/textSize.ts'
import { createCount } from './createCount.ts'
import { createCounter } from './createCounter.ts'
import styles from './Estimate.module.css'
import { measure } from './measure.ts'
import { besideWords, costWords, fitWords, shareWords, shortWords, tokenWords } from './measureWords.ts'

const withModel = 'Each answer of the assistant has the prompt read anew.'
const withoutModel = 'This holds for most models. Of one that you choose in a conversation, what it costs to read stands here.'

/** How long a prompt is to the model that its writer has chosen, and what it costs to have it read once. */
export function Estimate(props: { text: string; personId: string }) {
  const [open, setOpen] = createSignal(false)
  const model = createChosenModel(() => props.personId)
  const counted = createCount({ text: () => props.text, model, estimate: estimateTokens, count: createCounter() })
  const found = createMemo(() => measure(counted(), model()))
  return (
    <Show when={props.text.trim() !== ''}>
      <Popover
        size="line"
        trigger={
          <span class={styles.short} data-fit={found().fit}>
            <span class={styles.tokens}>{tokenWords(found())}</span>
            <Show when={besideWords(found())}>{(words) => <span class={styles.beside}> · {words()}</span>}</Show>
          </span>
        }
        label={`${shortWords(found())}: the size of the prompt`}
        title="The size of the prompt"
        open={open()}
        onOpenChange={setOpen}
      >
        <dl class={styles.facts}>
          <Fact name="Words" value={countWords(props.text).toLocaleString('en')} />
          <Fact name="Tokens" value={`${tokenWords(found()).replace(/ tokens?$/, '')}${found().exact ? '' : ', ±15 %'}`} />
          <Show when={model()}>
            {(known) => (
              <>
                <Fact name={`To have ${known().model} read it once`} value={costWords(found())} />
                <Fact name="Of what it reads at once" value={shareWords(found())} />
              </>
            )}
          </Show>
        </dl>
        <p class={styles.note} data-fit={found().fit}>
          {fitWords(found()) || (model() ? withModel : withoutModel)}
        </p>
      </Popover>
      <span class="visually-hidden" role="status">
        {fitWords(found())}
      </span>
    </Show>
  )
}

function Fact(props: { name: string; value: string }) {
  return (
    <div class={styles.fact}>
      <dt>{props.name}</dt>
      <dd>{props.value}</dd>
    </div>
  )
}
