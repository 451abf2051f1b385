import { join } from 'node:path'
import { loaderOf, unpackPackages, type Unavailable } from '../debian/unpackPackages.ts'
import { cacheDir } from './cacheDir.ts'
import { identify, type Mysqld } from './mysqld.ts'

/** The server of an unpacked tree. */
async function identifyUnpacked(tree: string): Promise<Mysqld | null> {
  const loader = loaderOf(tree, join('mysql', 'private'))
  if (!loader) return null
  const args = [...loader.args, join(tree, 'usr', 'sbin', 'mysqld'), '--no-defaults']
  args.push(`--basedir=${join(tree, 'usr')}`, `--lc-messages-dir=${join(tree, 'usr', 'share', 'mysql')}`)
  return identify(loader.command, args, `Debian packages in ${tree}`)
}

/** MySQL unpacked from Debian's packages into the user's cache. */
export function unpackMysqld(): Promise<Mysqld | Unavailable> {
  return unpackPackages({
    title: 'MySQL',
    package: 'mysql-server-core',
    // They belong to the package's installation scripts.
    needless: /^(perl|perl-.*|libperl.*|debconf|cdebconf|debconf-.*|<.*>)$/,
    folder: cacheDir(),
    identify: identifyUnpacked,
  })
}
