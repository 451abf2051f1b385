import type { Checkpoint } from '@prologue/contracts'
import { createEffect, type Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { describeFailure } from '../../failure.ts'
import { createAct } from '../../ui/createAct.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { checkpointWhat } from './checkpointWords.ts'

export type Restoring = { busy: Accessor<boolean>; run: (checkpoint: Checkpoint) => void }

/** Writes a kept state into the draft again, and offers to take that back. */
export function createRestoring(onRestored: () => void): Restoring {
  const say = useToasts()
  const act = createAct()

  const failed = (error: unknown) => say(`The draft stays as it is. ${describeFailure(error)}`, { tone: 'bad' })
  const undo = async (before: string, restored: string) => {
    try {
      await api.checkpoints.restore.mutate({ id: before, insteadOf: restored })
      say('The restore was undone.')
    } catch (error) {
      failed(error)
    }
  }
  const restore = async (checkpoint: Checkpoint) => {
    const { checkpointId } = await api.checkpoints.restore.mutate({ id: checkpoint.id })
    onRestored()
    if (checkpointId === null) return say('The draft says this already.')
    const action = { label: 'Undo', run: () => void undo(checkpointId, checkpoint.id) }
    say(`Restored: ${checkpointWhat(checkpoint)}.`, { action })
  }
  createEffect(() => {
    const error = act.failure()
    if (error) failed(error)
  })
  return { busy: act.busy, run: (checkpoint) => void act.run(() => restore(checkpoint)) }
}
