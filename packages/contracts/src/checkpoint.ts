import { z } from 'zod'

/** Why a checkpoint was made: by hand, before an answer was applied, before an earlier state was restored, as time went by. */
export const checkpointKinds = ['manual', 'apply', 'restore', 'time'] as const
export const checkpointKindSchema = z.enum(checkpointKinds)
export type CheckpointKind = z.infer<typeof checkpointKindSchema>
