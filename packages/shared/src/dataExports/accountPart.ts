import { User } from '../models/index.ts'
import type { ExportPart } from './exportPart.ts'

export const accountPart: ExportPart = {
  file: 'account.json',
  says: 'Your profile and your preferences.',
  count: async () => 1,
  async *pages(ctx, userId) {
    const { id, name, email, emailVerifiedAt, role, preferences, createdAt } = await User.with(ctx)
      .findById(userId)
      .throwIfNotFound()
    yield [{ id, name, email, emailVerifiedAt, role, preferences, createdAt }]
  },
}
