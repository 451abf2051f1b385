import { describeFailure } from '../../failure.ts'

/** What browsers call the failure to read a file that has changed since it was chosen, or is no longer there. */
const gone = ['NotReadableError', 'NotFoundError']

/** Why a file was not read or imported, for people. */
export function describeFault(error: unknown): string {
  if (error instanceof DOMException && gone.includes(error.name)) return 'The file has changed or is gone: choose it again.'
  return error instanceof Error && error.name === 'UnreadableFile' ? error.message : describeFailure(error)
}
