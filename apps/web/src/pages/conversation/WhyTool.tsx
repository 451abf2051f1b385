import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark'
import { Button } from '../../ui/Button.tsx'
import { modifierAltWith } from '../../ui/keyNames.ts'

/** The draft's button that tells of the sentence at the cursor why it is there. */
export function WhyTool(props: { onAsk: () => void }) {
  return (
    <Button
      variant="plain"
      size="icon"
      aria-label="Why is this here?"
      title={`Why is this here? Tells it of the sentence at the cursor (${modifierAltWith('Y')})`}
      // The cursor stays in the draft.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => props.onAsk()}
    >
      <CircleQuestionMark />
    </Button>
  )
}
