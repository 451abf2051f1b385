import type { Ctx } from '../context.ts'
import type { Template } from '../models/index.ts'
import { findVersion } from './findVersion.ts'
import { heldTexts, isHidden } from './heldTexts.ts'
import { peopleById } from './people.ts'
import { presentVersion } from './presentVersion.ts'
import { withShownParents } from './sourceOf.ts'

type Shown = ReturnType<typeof presentVersion>

/** A version as the actor may see it. Whoever calls has found the template. @throws AppError NOT_FOUND */
export async function showVersion(ctx: Ctx, template: Template, number: number): Promise<Shown> {
  const version = await findVersion(ctx, template, number)
  const text = { wordsDigest: version.wordsDigest, ownerId: template.ownerId }
  const isHeld = (await heldTexts(ctx, [text]))(text.wordsDigest, text.ownerId)
  const hidden = isHidden(version, template, isHeld)
  const shown = presentVersion(version, { hidden, people: await peopleById(ctx, [version.authorId]) })
  const [known = shown] = await withShownParents(ctx, template, [shown])
  return known
}
