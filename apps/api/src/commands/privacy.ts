import { createInterface } from 'node:readline/promises'
import { erasePerson } from '@prologue/shared'
import { servicesOfCommand } from './interchange/servicesOfCommand.ts'
import { withProcess } from './withProcess.ts'

/**
 * Erases a person at once, after their address was typed once more, or without asking for `yes`.
 * @throws Error with a sentence where nobody has the address, or it was typed otherwise
 */
export async function erase(email: string, { yes = false }: { yes?: boolean }): Promise<void> {
  if (!yes) await confirm(email)
  await withProcess(async (process) => {
    const ctx = { ...process, services: servicesOfCommand, afterCommit: (later: () => void) => later() }
    const { conversations, templates } = await erasePerson(ctx, { email })
    say(
      `The account is erased, with ${count(conversations, 'conversation')} and ${count(templates, 'template')} that it owned.\n`,
    )
    say('Whoever was signed in with it is signed out within a minute. Backups that were made before still hold it.\n')
  })
}

async function confirm(email: string): Promise<void> {
  if (!process.stdin.isTTY) throw new Error('Nobody is there to be asked. Say --yes where you mean it.')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  say('This cannot be undone: the account, its conversations and its templates are gone at once, for everybody.\n')
  const typed = await terminal.question(`Type ${email} to go on: `).finally(() => terminal.close())
  if (typed.trim() !== email) throw new Error('That is another address. Nothing was erased.')
}

function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}

function say(text: string): void {
  process.stdout.write(text)
}
