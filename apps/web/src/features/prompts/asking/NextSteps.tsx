import { Show } from 'solid-js'
import type { Talk } from '../createTalk.ts'
import type { Models } from '../models/createModels.ts'
import styles from './NextSteps.module.css'
import { OpenQuestion } from './OpenQuestion.tsx'
import { UnsortedNote } from './UnsortedNote.tsx'

/** Below the last answer: what was said and could not be sorted, and the one question that is open. */
export function NextSteps(props: { talk: Talk; models: Models; mayWrite: boolean }) {
  const talk = () => props.talk
  return (
    <div class={styles.next}>
      <Show when={talk().unsorted().length > 0}>
        <UnsortedNote
          words={talk().unsorted()}
          mayFile={props.mayWrite && !talk().busy()}
          models={props.models}
          onFile={(words, slot) => talk().deliver('', { files: { words, slot } })}
        />
      </Show>
      <Show when={talk().asking.open()}>
        {(asked) => (
          <OpenQuestion
            question={asked().question}
            mayAnswer={props.mayWrite}
            busy={talk().busy()}
            onAnswer={(words) => talk().deliver(words, { answers: asked().question.slot })}
            onOwnWords={() => {
              talk().asking.comeBack()
              talk().focusBox()
            }}
            onSkip={() => talk().deliver(talk().skipWords(), { skips: asked().question.slot })}
          />
        )}
      </Show>
    </div>
  )
}
