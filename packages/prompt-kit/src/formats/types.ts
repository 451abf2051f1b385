import type { Family } from '../brief/schema.ts'
import type { Variable } from '../variables/schema.ts'

/** One version as files carry it. Where it declares variables its content is a template, else plain text that nobody parses. */
export type PortableVersion = {
  number: number
  content: string
  variables: Variable[]
  settings: { model?: string; temperature?: number; maxTokens?: number }
  message: string
  /** The number of the version it came from, null: it came from none; left out: from the one before it. */
  parent?: number | null
  /** As the file names them; nobody's account. */
  author: string | null
  /** ISO 8601. */
  createdAt: string | null
}

/** A template as files carry it, whatever their format. */
export type PortableTemplate = {
  title: string
  description: string
  /** As the file has it: whether the library knows it is for who imports to judge. */
  category: string | null
  tags: string[]
  /** Which models it is written for, null: any; left out: the file does not say. */
  family?: Family | null
  /** The oldest first, one at least. */
  versions: PortableVersion[]
  labels: { name: string; number: number }[]
  ratings: { count: number; average: number } | null
  /** What the format holds that has no place here, by the format's id: kept with the template, and written back to that format. */
  extras: Partial<Record<FormatId, Record<string, unknown>>>
}

/** How a text writes its variables. `liquid` is our own; the others are converted only once somebody has seen what becomes of them. */
export type Syntax = 'liquid' | 'mustache' | 'handlebars' | 'jinja' | 'f-string' | 'dollar'

/** Where in the file an item begins, lines counted from 1; the name is null where it could not be read. */
export type Place = { line: number; name: string | null }

/** What became of one item of a file. `notes` say in sentences what was left out or could not be kept as it was. */
export type ReadItem =
  | { ok: true; place: Place; template: PortableTemplate; syntax: Syntax | null; notes: string[] }
  | { ok: false; place: Place; reason: string }

export const formatIds = [
  'prologue',
  'markdown',
  'prompts-chat',
  'langfuse',
  'openai',
  'anthropic',
  'github-models',
  'promptfoo',
  'dotprompt',
  'prompty',
  'langchain',
  'open-webui',
  'skill',
] as const
export type FormatId = (typeof formatIds)[number]

/** A way to carry templates in files. */
export type Format = {
  id: FormatId
  /** What people call it. */
  name: string
  /** Of a file, with its dot: ".prompt.yml". */
  extension: string
  mediaType: string
  /** Whether a file of it holds any number of templates, or one. */
  holdsMany: boolean
  /** How surely a file is of this format, from its name and its first 64 kB: 0 not at all, 1 beyond doubt. */
  recognises: (fileName: string, beginning: string) => number
  /**
   * Reads the items of a file one after the other. An item that cannot be read is answered as such, and the next is read.
   * @throws FormatFault where nothing more of the file can be read
   */
  read: (text: AsyncIterable<string>) => AsyncIterable<ReadItem>
  /** Null: it is read only. */
  write: Writer | null
}

export type Writer = {
  /** What of a template the format cannot hold, a sentence each. */
  losses: (template: PortableTemplate) => string[]
  /** A file, in pieces. Of a format that holds one it is given one. */
  write: (templates: AsyncIterable<PortableTemplate>) => AsyncIterable<string>
}

/** Why a file cannot be read (further), with its line, counted from 1. */
export class FormatFault extends Error {
  override name = 'FormatFault'
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}
