import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** Smaller ones come in one packet as they are. */
const fewestBytes = 1_400

/** Fonts are packed already. */
const packable = /\.(?:js|css|svg)$/u

/**
 * Lays a Brotli and a gzip copy beside every file of the build that is worth it, so that the server need not pack while people wait.
 * Browsers take Brotli over TLS alone.
 */
export function packAssets(): Plugin {
  let dir = ''
  return {
    name: 'pack-assets',
    apply: 'build',
    configResolved({ root, build }) {
      dir = join(root, build.outDir)
    },
    closeBundle() {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!packable.test(name)) continue
        const path = join(dir, name)
        const bytes = readFileSync(path)
        if (bytes.length < fewestBytes) continue
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
      }
    },
  }
}
