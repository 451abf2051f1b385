import type { Unavailable } from '../debian/unpackPackages.ts'
import { findMysqld } from './findMysqld.ts'
import { runCompose } from './runCompose.ts'
import { runMysqld } from './runMysqld.ts'
import { unpackMysqld } from './unpackMysqld.ts'

/** Where the data are, the temporary folder if not said, and options for the server beyond those of a small one. */
export type MysqlPlace = { parent?: string; options?: readonly string[] }

export type MysqlServer = {
  /** mysql://… of an ordinary account with all rights on databases named `prologue_…`; `prologue_test` exists. */
  url: string
  /** Where the server program is from, for people. */
  source: string
  version: string
  /** Kills the server as a power cut would. Its data stay. */
  kill9: () => Promise<void>
  /** Starts the server again on the same data and the same port, killing it first if it still runs. */
  restart: () => Promise<void>
  /** Ends the server and removes its data. */
  stop: () => Promise<void>
}

/**
 * Starts a private MySQL, empty, on a free port of 127.0.0.1: the installed one (8.4 or later), else one in Docker, else one
 * unpacked from Debian's packages. It ends with this process, however that ends. Where none is to be had, answers why.
 */
export async function startMysql(place: MysqlPlace = {}): Promise<MysqlServer | Unavailable> {
  const installed = await findMysqld()
  if (installed) return runMysqld(installed, place)
  const composed = await runCompose()
  if (composed) return composed
  const unpacked = await unpackMysqld()
  return 'skipped' in unpacked ? unpacked : runMysqld(unpacked, place)
}
