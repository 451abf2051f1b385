// What pages begin with; the server sends it ahead of the program. Apart from the schemas, which these pages do not need.

export const landingOpening = {
  title: 'Every assistant begins with a prologue',
  lead: 'Describe the assistant you want. Your answers are set out as a structured system prompt, and you write on it with others, live, in one draft.',
} as const

export const libraryOpening = {
  title: 'Library',
  lead: 'System prompts with blanks to fill in. Find one, try it, make it yours.',
} as const
