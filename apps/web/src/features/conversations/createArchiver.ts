import { describeFailure } from '../../failure.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { createArchiving } from './queries.ts'

/** Archives and offers to take it back; brings back what was archived. */
export function createArchiver() {
  const say = useToasts()
  const archiving = createArchiving()

  const attempt = async (work: () => Promise<void>, done: () => void) => {
    try {
      await work()
      done()
    } catch (error) {
      say(describeFailure(error), { tone: 'bad' })
    }
  }
  const bringBack = (id: string, title: string) =>
    attempt(
      () => archiving.unarchive(id),
      () => say(`“${title}” is back among the active ones.`),
    )
  const archive = (id: string, title: string) =>
    attempt(
      () => archiving.archive(id),
      () => say(`“${title}” is archived.`, { action: { label: 'Undo', run: () => void bringBack(id, title) } }),
    )
  return { archive, bringBack }
}
