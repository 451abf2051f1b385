import type { Ctx } from '../context.ts'
import type { User } from '../models/index.ts'

/**
 * Whether somebody is to prove first that the address is theirs: where mail goes out. Not administrators, so that a mail
 * server that is set up wrongly keeps nobody out who could notice.
 */
export function awaitsConfirmation({ services }: Pick<Ctx, 'services'>, user: User): boolean {
  return services.mail.sends && user.emailVerifiedAt === null && user.role !== 'admin'
}
