/** What is offered to say with one press, with what each is read out as. */
export const offeredEmoji = [
  { emoji: '👍', name: 'Good' },
  { emoji: '❤️', name: 'Love it' },
  { emoji: '😄', name: 'Funny' },
  { emoji: '🎉', name: 'Hooray' },
  { emoji: '🚀', name: 'Ship it' },
  { emoji: '🙏', name: 'Thanks' },
  { emoji: '✅', name: 'Done' },
  { emoji: '👀', name: 'Looking at it' },
  { emoji: '🤔', name: 'Not sure' },
  { emoji: '😮', name: 'Surprised' },
  { emoji: '😢', name: 'Sad' },
  { emoji: '👎', name: 'No' },
] as const
