import { useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { templateKeys } from '../../templateKeys.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { versionKeys } from './queries.ts'

export type VersionActs = ReturnType<typeof createVersionActs>

/** What can be done with the versions of a template. Each fails as the server answers it. */
export function createVersionActs(templateId: () => string) {
  const queryClient = useQueryClient()
  const say = useToasts()
  const readAgain = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: templateKeys.all }),
      queryClient.invalidateQueries({ queryKey: versionKeys.all(templateId()) }),
    ])

  /** Does it again the other way, and says so: there is no dialog any more that could. */
  async function takeBack(work: () => Promise<unknown>, done: string) {
    try {
      await work()
      say(done)
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    } finally {
      await readAgain()
    }
  }

  async function moveLabel(name: string, number: number) {
    const id = templateId()
    const { displaced } = await api.templates.moveLabel.mutate({ templateId: id, name, number })
    const undo = () =>
      displaced === null
        ? takeBack(() => api.templates.removeLabel.mutate({ templateId: id, name }), `The label ${name} is gone again.`)
        : takeBack(
            () => api.templates.moveLabel.mutate({ templateId: id, name, number: displaced }),
            `${name} points to version ${displaced} again.`,
          )
    const instead = displaced === null ? '' : ` instead of version ${displaced}`
    say(`${name} points to version ${number}${instead}.`, { action: { label: 'Undo', run: () => void undo() } })
    await readAgain()
  }

  async function removeLabel(name: string) {
    const id = templateId()
    const { displaced } = await api.templates.removeLabel.mutate({ templateId: id, name })
    if (displaced !== null) {
      const bringBack = () => api.templates.moveLabel.mutate({ templateId: id, name, number: displaced })
      const undo = () => takeBack(bringBack, `${name} points to version ${displaced} again.`)
      say(`The label ${name} is removed from version ${displaced}.`, { action: { label: 'Undo', run: () => void undo() } })
    }
    await readAgain()
  }

  /** `basedOn` is the newest version one has seen. */
  async function restore(number: number, basedOn: number) {
    try {
      const restored = await api.templates.restoreVersion.mutate({ templateId: templateId(), number, basedOn })
      say(`Version ${restored.number} is the newest now and says what version ${number} said.`)
    } finally {
      // Also where it was refused: then there is something newer to be looked at.
      await readAgain()
    }
  }

  return { moveLabel, removeLabel, restore, readAgain }
}
