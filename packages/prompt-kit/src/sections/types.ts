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
