import { AppError } from '@prologue/contracts'
import { composer } from '../generation/index.ts'
import type { Models } from './models.ts'

export function makeModels(): Models {
  return {
    list: async () => ({ items: [], spentToday: 0, dailyBudget: null }),
    async choose(_ctx, choice) {
      if (choice) throw new AppError('NOT_FOUND')
      return composer
    },
    test: async () => {
      throw new AppError('NOT_FOUND')
    },
  }
}
