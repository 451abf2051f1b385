import { fromText } from '../readers.ts'
import type { Format, PortableTemplate, ReadItem } from '../types.ts'

export async function readAll(format: Format, file: string): Promise<ReadItem[]> {
  return await Array.fromAsync(format.read(fromText(file)))
}

/** The one template of a file. */
export async function readTemplate(format: Format, file: string): Promise<ReadItem & { ok: true }> {
  const [item, ...others] = await readAll(format, file)
  if (item?.ok !== true || others.length > 0) throw new Error(`This is no one template: ${JSON.stringify([item, ...others])}`)
  return item
}

/** A file of these templates. */
export async function writeFile({ write }: Format, ...templates: PortableTemplate[]): Promise<string> {
  if (write === null) throw new Error('This format is read only.')
  const pieces = await Array.fromAsync(write.write(oneByOne(templates)))
  return pieces.join('')
}

async function* oneByOne(templates: PortableTemplate[]): AsyncGenerator<PortableTemplate> {
  yield* templates
}
