import { useNavigate } from '@solidjs/router'
import { forgetKeptTexts } from '../ui/createKeptText.ts'
import { useToasts } from '../ui/Toasts.tsx'
import { useSession } from './session.tsx'

/** What comes after somebody was signed out: this browser forgets what it kept for them, and the start page opens. */
export function createLeaving(): (personId: string) => Promise<void> {
  const session = useSession()
  const navigate = useNavigate()
  const say = useToasts()
  const forgetCopies = async (personId: string) => {
    try {
      // What drafts are made of is fetched with the first conversation, and not needed on pages before it.
      const { forgetSentCopies } = await import('@prologue/collab/client')
      await forgetSentCopies(personId)
    } catch {
      say('You are signed out, but copies of your drafts are still kept in this browser.', { tone: 'bad' })
    }
  }
  return async (personId) => {
    forgetKeptTexts(personId)
    navigate('/')
    // The copies last, when no page of theirs is open any more.
    await session.changed().finally(() => void forgetCopies(personId))
  }
}
