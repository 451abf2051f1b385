import { createSignal, Show } from 'solid-js'
import { Dialog } from '../../ui/Dialog.tsx'
import type { View } from './CompareBar.tsx'
import { Comparison } from './Comparison.tsx'
import type { Pair } from './createComparison.ts'
import type { VersionActs } from './createVersionActs.ts'
import type { VersionedTemplate } from './versionedTemplate.ts'

/** Two versions of a template beside each other; undefined: none are compared now. */
export default function CompareDialog(props: {
  template: VersionedTemplate
  pair: Pair | undefined
  acts: VersionActs
  onPair: (pair: Pair) => void
  onClose: () => void
}) {
  // Kept from one comparison to the next.
  const [view, setView] = createSignal<View>('words')
  return (
    <Dialog
      open={props.pair !== undefined}
      onOpenChange={(open) => !open && props.onClose()}
      title="Compare versions"
      shape="sheet"
    >
      <Show when={props.pair}>
        {(pair) => (
          <Comparison
            template={props.template}
            pair={pair()}
            view={view()}
            acts={props.acts}
            onPair={props.onPair}
            onView={setView}
            onClose={props.onClose}
          />
        )}
      </Show>
    </Dialog>
  )
}
