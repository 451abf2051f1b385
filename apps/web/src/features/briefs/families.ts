import type { Family } from '@prologue/prompt-kit'
import type { Choice } from '../../ui/Choices.tsx'

/** Which models a prompt is laid out for, by the names people know them by. */
export const familyChoices: readonly Choice<Family>[] = [
  { value: 'claude', label: 'Claude', hint: 'Sections as XML tags' },
  { value: 'gpt', label: 'GPT', hint: 'Sections under markdown headings' },
  { value: 'gemini', label: 'Gemini', hint: 'One kind of mark throughout, kept short' },
  { value: 'plain', label: 'Others', hint: 'Plain short markdown, for Mistral, Llama and local models' },
]
