/** Whether there is a pointer that can rest on something; browsers make such a rest of every tap of a finger, too. */
export const hovers = (): boolean => window.matchMedia('(hover: hover)').matches
