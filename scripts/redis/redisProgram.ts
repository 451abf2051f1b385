import { join } from 'node:path'
import { cacheRoot } from '../cacheRoot.ts'
import { loaderOf, unpackPackages, type Unavailable } from '../debian/unpackPackages.ts'
import { run } from '../process/run.ts'

/** A server program that can be started: the command, the arguments that always come first, and where it is from. */
export type RedisProgram = { command: string; args: string[]; version: string; source: string }

/** Asks the program what it is. Answers null for what does not run. */
async function identify(command: string, args: string[], source: string): Promise<RedisProgram | null> {
  const { code, output } = await run(command, [...args, '--version'])
  const version = /\bv=(\d[.\d]*)/.exec(output)?.[1]
  return code === 0 && version ? { command, args, version, source } : null
}

/** The installed Redis, else one unpacked from Debian's packages into the user's cache. */
export async function redisProgram(): Promise<RedisProgram | Unavailable> {
  const installed = await identify('redis-server', [], 'installed')
  if (installed) return installed
  return unpackPackages({
    title: 'Redis',
    package: 'redis-server',
    // They belong to the package's installation scripts.
    needless: /^(adduser|passwd|base-passwd|login.*|debconf|cdebconf|debconf-.*|libdebian.*|libnewt.*|<.*>)$/,
    folder: join(cacheRoot(), 'redis'),
    async identify(tree) {
      const loader = loaderOf(tree)
      // redis-server is a link to it: the program goes by the name it is called.
      const program = join(tree, 'usr', 'bin', 'redis-server')
      return loader && identify(loader.command, [...loader.args, program], `Debian packages in ${tree}`)
    },
  })
}
