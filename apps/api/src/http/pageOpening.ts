export type PageOpening = { title: string; lead: string }

/**
 * Puts a heading and its sentence, words of the program's own, into what the page shows before the program runs. `page` says whose
 * they are: its styles set them where the program will.
 */
export function addOpening(html: string, page: 'landing' | 'library', { title, lead }: PageOpening): string {
  const words = `<div class="opening-words opening-${page}"><h1>${title}</h1><p>${lead}</p></div>`
  return html.replace('</header>', () => `</header>\n      ${words}`)
}
