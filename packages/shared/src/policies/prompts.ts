import { roleMay, type ParticipantRole, type PromptAbility } from '@prologue/contracts'

/** Who looks at an exchange: a person with their role in its conversation. */
export type PromptViewer = { userId: string; role: ParticipantRole }

/** Who wrote an exchange deletes it and brings it back, whatever their role is by now; so does who owns the conversation. */
export function abilitiesOnPrompt(prompt: { authorId: string }, { userId, role }: PromptViewer): PromptAbility[] {
  return prompt.authorId === userId || roleMay(role, 'prompt:delete-any') ? ['prompt:delete'] : []
}
