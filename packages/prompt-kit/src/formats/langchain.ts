import { outline } from './json/outline.ts'
import { readOne } from './json/readOne.ts'
import { readManifest } from './langchain/readManifest.ts'
import type { Format } from './types.ts'

/** Prompts as LangChain serialises them, alone or at the beginning of a sequence. They are read as data: nothing they name is ever made. */
export const langchain: Format = {
  id: 'langchain',
  name: 'LangChain manifest',
  extension: '.json',
  mediaType: 'application/json',
  holdsMany: false,
  recognises: (_fileName, beginning) => {
    const fields = outline(beginning)
    const at = ['', 'manifest.'].find(
      (path) => fields.has(`${path}lc`) && (fields.has(`${path}kwargs`) || fields.has(`${path}id`)),
    )
    return at === undefined ? 0 : 0.98
  },
  read: (text) => readOne(text, 'langchain', readManifest),
  write: null,
}
