import { join } from 'node:path'
import { cacheRoot } from '../cacheRoot.ts'

/** Where the unpacked server and its empty data folder are kept between runs. */
export const cacheDir = () => join(cacheRoot(), 'mysql')
