import { usualPatience } from '../generation/index.ts'
import { chooseModel } from './chooseModel.ts'
import { listModels } from './listModels.ts'
import type { Models, ModelsConfig } from './models.ts'
import { estimateCost, reserveCost } from './reserveCost.ts'
import { testProvider } from './testProvider.ts'

/** The models of a server that is set up so; with nothing said, of one that has but what administrators set up in the page. */
export function makeModels(config: Partial<ModelsConfig> = {}): Models {
  return {
    environment: [],
    privateNetworks: false,
    dailyBudget: null,
    patience: usualPatience,
    ...config,
    list: listModels,
    choose: chooseModel,
    estimate: estimateCost,
    reserve: reserveCost,
    test: testProvider,
  }
}
