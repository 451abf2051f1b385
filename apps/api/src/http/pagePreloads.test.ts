import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { addOpening } from './pageOpening.ts'
import { addPreloads } from './pagePreloads.ts'

const html =
  '<html><head><script type="module" crossorigin src="/assets/index.js"></script>' +
  '<link rel="modulepreload" crossorigin href="/assets/first.js"></head><body><header></header></body></html>'

function withManifest(manifest: object | null, read: (root: string) => void) {
  const root = mkdtempSync(join(tmpdir(), 'prologue-preloads-'))
  mkdirSync(join(root, '.vite'))
  if (manifest) writeFileSync(join(root, '.vite/manifest.json'), JSON.stringify(manifest))
  read(root)
  rmSync(root, { recursive: true })
}

it('names what a page needs, with what that needs, and nothing twice', () => {
  const manifest = {
    'src/pages/APage.tsx': { file: 'assets/a.js', imports: ['first', 'shared'], css: ['assets/a.css'] },
    first: { file: 'assets/first.js' },
    shared: { file: 'assets/shared.js', imports: ['first', 'src/pages/APage.tsx'], css: ['assets/shared.css', 'assets/a.css'] },
    'src/pages/BPage.tsx': { file: 'assets/b.js' },
  }
  withManifest(manifest, (root) => {
    const page = addPreloads(html, root, 'src/pages/APage.tsx')
    expect(page.match(/href="[^"]*"/g)).toEqual([
      'href="/assets/first.js"',
      'href="/assets/a.js"',
      'href="/assets/shared.js"',
      'href="/assets/a.css"',
      'href="/assets/shared.css"',
    ])
    expect(page.match(/<\/head>/g)).toHaveLength(1)
  })
})

it('leaves the page as it is where the build tells nothing, or not of this one', () => {
  withManifest(null, (root) => expect(addPreloads(html, root, 'src/pages/APage.tsx')).toBe(html))
  withManifest({}, (root) => expect(addPreloads(html, root, 'src/pages/APage.tsx')).not.toContain('/assets/a.js'))
})

it('opens with a heading and its sentence', () => {
  expect(addOpening(html, 'library', { title: 'A', lead: 'B.' })).toContain('<h1>A</h1><p>B.</p>')
})
