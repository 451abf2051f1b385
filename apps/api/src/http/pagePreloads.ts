import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** What the build tells of its files, by the path of the module each was made of. */
const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    css: z.array(z.string()).default([]),
  }),
)

/**
 * Puts into the HTML of the built page what one of its pages needs beside the program's beginning, so that the browser fetches both
 * at once and not one after the other. `page` is the path of its module. What the HTML itself shows does not wait for its styles: the
 * program does, before it draws the page. Of a build that does not tell, the HTML stays as it is.
 */
export function addPreloads(html: string, root: string, page: string): string {
  const path = join(root, '.vite/manifest.json')
  if (!existsSync(path)) return html
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  const needed = new Set<string>()
  const collect = (module: string) => {
    if (needed.has(module)) return
    needed.add(module)
    for (const imported of manifest[module]?.imports ?? []) collect(imported)
  }
  collect(page)
  const parts = [...needed].flatMap((module) => manifest[module] ?? [])
  const tags = [
    ...parts.map(({ file }) => `<link rel="modulepreload" crossorigin href="/${file}">`),
    ...parts.flatMap(({ css }) => css.map((file) => `<link rel="preload" as="style" crossorigin href="/${file}">`)),
  ]
  const fresh = [...new Set(tags)].filter((tag) => !html.includes(hrefOf(tag)))
  return html.replace('</head>', () => `  ${fresh.join('\n    ')}\n  </head>`)
}

const hrefOf = (tag: string) => tag.slice(tag.indexOf('href='), -1)
