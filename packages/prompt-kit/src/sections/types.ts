import type { Family } from '../brief/schema.ts'

/**
 * A part of a prompt's text, in UTF-16 units with the ends exclusive; between two parts there is only space. `name` is the composer's name
 * for it, or its own words. `from` to `to` takes in the heading or the tags, `bodyFrom` to `bodyTo` does not.
 * `loose` text stands under no heading and in no tags.
 */
export type TextSection = {
  name: string
  from: number
  to: number
  bodyFrom: number
  bodyTo: number
  kind: 'heading' | 'tag' | 'loose'
}

/** A text as it was read. */
export type Layout = {
  text: string
  sections: readonly TextSection[]
  /** Whose layout it has; null where none shows. */
  style: Family | null
}
