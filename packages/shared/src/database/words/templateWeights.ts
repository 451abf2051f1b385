/** How much the words of a template weigh, by where they stand. Its content is not searched: it would cost ten times as much. */
export const templateWeights = { title: 3, category: 2, tags: 2, description: 1 } as const
