import type { Rule } from '../types.ts'
import { capsEmphasis } from './capsEmphasis.ts'
import { duplicate } from './duplicate.ts'
import { emptySection } from './emptySection.ts'
import { fenceUnclosed } from './fenceUnclosed.ts'
import { headingSkip } from './headingSkip.ts'
import { instructionBudget } from './instructionBudget.ts'
import { invisibleUnicode } from './invisibleUnicode.ts'
import { longSentence } from './longSentence.ts'
import { negativeOnly } from './negativeOnly.ts'
import { noRoleObjective } from './noRoleObjective.ts'
import { placeholderLeft } from './placeholderLeft.ts'
import { threatBribe } from './threatBribe.ts'
import { tplSyntax } from './tplSyntax.ts'
import { userVoice } from './userVoice.ts'
import { vagueTerm } from './vagueTerm.ts'
import { varForeignSyntax } from './varForeignSyntax.ts'
import { varMixedSyntax } from './varMixedSyntax.ts'
import { varUndeclared } from './varUndeclared.ts'
import { varUndelimited } from './varUndelimited.ts'
import { varUnused } from './varUnused.ts'
import { xmlUnbalanced } from './xmlUnbalanced.ts'

/** All rules. A new one is a file beside these and a line here. */
export const rules: readonly Rule[] = [
  tplSyntax,
  varUndeclared,
  varUnused,
  varForeignSyntax,
  varMixedSyntax,
  varUndelimited,
  fenceUnclosed,
  xmlUnbalanced,
  emptySection,
  headingSkip,
  noRoleObjective,
  placeholderLeft,
  userVoice,
  capsEmphasis,
  vagueTerm,
  negativeOnly,
  duplicate,
  instructionBudget,
  longSentence,
  invisibleUnicode,
  threatBribe,
]
