/** What the library's page begins with; the server sends it ahead of the program. Apart from the schemas, which that page does not need. */
export const libraryOpening = {
  title: 'Library',
  lead: 'System prompts with blanks to fill in. Find one, try it, make it yours.',
} as const
