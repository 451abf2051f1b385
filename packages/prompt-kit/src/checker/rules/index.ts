import type { Rule } from '../types.ts'
import { alwaysNever } from './alwaysNever.ts'
import { broadNegative } from './broadNegative.ts'
import { cacheOrder } from './cacheOrder.ts'
import { contextOverflow } from './contextOverflow.ts'
import { styleMismatch } from './styleMismatch.ts'
import { volatilePrefix } from './volatilePrefix.ts'
import { capsEmphasis } from './capsEmphasis.ts'
import { duplicate } from './duplicate.ts'
import { emptySection } from './emptySection.ts'
import { exampleFormat } from './exampleFormat.ts'
import { exampleSkew } from './exampleSkew.ts'
import { fenceUnclosed } from './fenceUnclosed.ts'
import { forcedTool } from './forcedTool.ts'
import { formatIncomplete } from './formatIncomplete.ts'
import { headingSkip } from './headingSkip.ts'
import { instructionBudget } from './instructionBudget.ts'
import { invisibleUnicode } from './invisibleUnicode.ts'
import { longSentence } from './longSentence.ts'
import { nearDuplicate } from './nearDuplicate.ts'
import { negativeOnly } from './negativeOnly.ts'
import { noFallback } from './noFallback.ts'
import { noOutputFormat } from './noOutputFormat.ts'
import { noRoleObjective } from './noRoleObjective.ts'
import { numericConflict } from './numericConflict.ts'
import { overridePhrase } from './overridePhrase.ts'
import { pii } from './pii.ts'
import { placeholderLeft } from './placeholderLeft.ts'
import { redundantCot } from './redundantCot.ts'
import { secrecyAsSecurity } from './secrecyAsSecurity.ts'
import { tensionPair } from './tensionPair.ts'
import { threatBribe } from './threatBribe.ts'
import { tplPartialMissing } from './tplPartialMissing.ts'
import { tplSyntax } from './tplSyntax.ts'
import { userVoice } from './userVoice.ts'
import { vagueTerm } from './vagueTerm.ts'
import { varForeignSyntax } from './varForeignSyntax.ts'
import { varHomoglyph } from './varHomoglyph.ts'
import { varMixedSyntax } from './varMixedSyntax.ts'
import { varUndeclared } from './varUndeclared.ts'
import { varUndelimited } from './varUndelimited.ts'
import { varUnused } from './varUnused.ts'
import { varUserInSystem } from './varUserInSystem.ts'
import { varRequiredEmpty } from './varRequiredEmpty.ts'
import { varType } from './varType.ts'
import { verdictFirst } from './verdictFirst.ts'
import { wallOfText } from './wallOfText.ts'
import { xmlRefMissing } from './xmlRefMissing.ts'
import { xmlUnbalanced } from './xmlUnbalanced.ts'

/** All rules. A new one is a file beside these and a line here. */
export const rules: readonly Rule[] = [
  tplSyntax,
  tplPartialMissing,
  varUndeclared,
  varUnused,
  varRequiredEmpty,
  varType,
  varForeignSyntax,
  varMixedSyntax,
  varUndelimited,
  varUserInSystem,
  varHomoglyph,
  fenceUnclosed,
  xmlUnbalanced,
  xmlRefMissing,
  emptySection,
  headingSkip,
  noRoleObjective,
  noOutputFormat,
  formatIncomplete,
  noFallback,
  wallOfText,
  placeholderLeft,
  userVoice,
  exampleFormat,
  exampleSkew,
  verdictFirst,
  vagueTerm,
  negativeOnly,
  broadNegative,
  capsEmphasis,
  threatBribe,
  duplicate,
  nearDuplicate,
  numericConflict,
  alwaysNever,
  tensionPair,
  forcedTool,
  redundantCot,
  instructionBudget,
  longSentence,
  pii,
  invisibleUnicode,
  overridePhrase,
  secrecyAsSecurity,
  contextOverflow,
  cacheOrder,
  volatilePrefix,
  styleMismatch,
]
