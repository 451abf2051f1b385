/** Puts a heading and its sentence, words of the program's own, into what the page shows before the program runs. */
export function addOpening(html: string, { title, lead }: { title: string; lead: string }): string {
  return html.replace('</header>', `</header>\n      <div class="opening-words"><h1>${title}</h1><p>${lead}</p></div>`)
}
