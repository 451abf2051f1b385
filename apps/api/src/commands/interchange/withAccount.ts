import type { Ctx } from '@prologue/shared'
import { findAccount } from '@prologue/shared/findAccount'
import { withProcess } from '../withProcess.ts'
import { servicesOfCommand } from './servicesOfCommand.ts'

/** Does what a command asks for as the person with this address; as the process itself where none is given. @throws Error where nobody has it */
export async function withAccount(email: string | undefined, work: (ctx: Ctx) => Promise<void>): Promise<void> {
  await withProcess(async (process) => {
    const actor = email === undefined ? process.actor : await findAccount(process.db, email, process.now())
    if (actor === null) throw new Error(`Nobody has an account with the address ${email}.`)
    await work({ ...process, actor, services: servicesOfCommand, afterCommit: (later) => later() })
  })
}
