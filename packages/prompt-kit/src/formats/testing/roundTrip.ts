import type { Format, PortableTemplate, PortableVersion } from '../types.ts'
import { readTemplate, writeFile } from './files.ts'

/** What of a template is gone where a loss is told in these words. */
const lossesInWords: [RegExp, (template: PortableTemplate) => PortableTemplate][] = [
  [/place for its title/, (template) => ({ ...template, title: '' })],
  [/place for its description/, (template) => ({ ...template, description: '' })],
  [/place for its category/, (template) => ({ ...template, category: null })],
  [/place for its tags/, (template) => ({ ...template, tags: [] })],
  [/place for its labels/, (template) => ({ ...template, labels: [] })],
  [/place for its ratings/, (template) => ({ ...template, ratings: null })],
  [/place for the model/, (template) => each(template, () => ({ settings: {} }))],
  [/place for what was said/, (template) => each(template, () => ({ message: '' }))],
  [/place for who wrote/, (template) => each(template, () => ({ author: null }))],
  [/place for when/, (template) => each(template, () => ({ createdAt: null }))],
  [/does not declare variables/, (template) => each(template, () => ({ variables: [] }))],
  [/temperature above 1/, (template) => each(template, coolest)],
  [
    /to the second/,
    (template) => each(template, ({ createdAt }) => ({ createdAt: createdAt?.replace(/\.\d+Z$/, '.000Z') ?? null })),
  ],
  [
    /Only the latest version/,
    (template) => ({ ...template, versions: each(template, () => ({ number: 1 })).versions.slice(-1) }),
  ],
]

function each(template: PortableTemplate, change: (version: PortableVersion) => Partial<PortableVersion>): PortableTemplate {
  return { ...template, versions: template.versions.map((version) => Object.assign({}, version, change(version))) }
}

function coolest({ settings: { temperature = 0, ...settings } }: PortableVersion): Partial<PortableVersion> {
  return { settings: temperature > 1 ? settings : { ...settings, temperature } }
}

/** What is read of a template that was written, and what should be: the same, but for what the losses tell. A title that is lost is '' in both. */
export async function roundTrip(
  format: Format,
  template: PortableTemplate,
): Promise<{ read: PortableTemplate; expected: PortableTemplate }> {
  const losses = format.write?.losses(template) ?? []
  const isTold = (words: RegExp) => losses.some((loss) => words.test(loss))
  const expected = lossesInWords.reduce((left, [words, without]) => (isTold(words) ? without(left) : left), template)
  const { template: read } = await readTemplate(format, await writeFile(format, template))
  return { read: expected.title === '' ? { ...read, title: '' } : read, expected }
}
