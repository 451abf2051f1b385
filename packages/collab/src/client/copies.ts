import { unsentMarks } from './unsentMarks.ts'

const beginning = 'prologue-draft-'

/** The database that holds what this browser keeps of a draft for one person. */
export function copyName(draftId: string, epoch: number, personId: string): string {
  return `${beginning}${draftId}-${epoch}-${personId}`
}

/** Deletes this browser's copies of a person's drafts, at their sign-out. A copy with edits that only it has stays. */
export async function forgetSentCopies(personId: string): Promise<void> {
  if (typeof indexedDB === 'undefined') return
  try {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
    const theirs = names.filter((name) => name.startsWith(beginning) && name.endsWith(`-${personId}`))
    await Promise.all(theirs.filter((name) => !unsentMarks.on(name)).map(deleteCopy))
  } catch {
    // A browser that does not allow to look kept nothing either.
  }
}

/** Whether there is such a copy; to open one would make it. */
export async function isKept(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((database) => database.name === name)
  } catch {
    return false
  }
}

/** Resolves as well when another page has it open: it goes when that page lets go of it. */
export function deleteCopy(name: string): Promise<void> {
  return new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name)
    for (const event of ['success', 'error', 'blocked']) request.addEventListener(event, () => resolve())
  })
}
