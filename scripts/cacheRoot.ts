import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where programs that are only unpacked for tests are kept between runs. */
export const cacheRoot = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'prologue')
