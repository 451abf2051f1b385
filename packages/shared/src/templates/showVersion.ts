import type { Ctx } from '../context.ts'
import type { Template } from '../models/index.ts'
import { findVersion } from './findVersion.ts'
import { peopleById } from './people.ts'
import { presentVersion } from './presentVersion.ts'
import { withShownParents } from './sourceOf.ts'

type Shown = ReturnType<typeof presentVersion>

/** A version as the actor may see it. Whoever calls has found the template. @throws AppError NOT_FOUND */
export async function showVersion(ctx: Ctx, template: Pick<Template, 'id' | 'forkedFromId'>, number: number): Promise<Shown> {
  const version = await findVersion(ctx, template, number)
  const shown = presentVersion(version, await peopleById(ctx, [version.authorId]))
  const [known = shown] = await withShownParents(ctx, template, [shown])
  return known
}
