import type { SlotName } from '@prologue/prompt-kit'

/** Where words can be put by hand, in the order of a prompt. */
export const filingPlaces: readonly { slot: SlotName; name: string }[] = [
  { slot: 'role', name: 'Role' },
  { slot: 'audience', name: 'Audience' },
  { slot: 'inputs', name: 'What it is given' },
  { slot: 'steps', name: 'Tasks' },
  { slot: 'do', name: 'Always' },
  { slot: 'dont', name: 'Never' },
  { slot: 'tone', name: 'Tone' },
  { slot: 'output', name: 'Output format' },
  { slot: 'safety', name: 'Safety' },
  { slot: 'fallback', name: 'When it cannot help' },
  { slot: 'criteria', name: 'What counts as good' },
]
