/** `points` calls in `seconds`, counted for a signed-in person (or their address), for an address, or for an account. */
export type Rate = { points: number; seconds: number; per: 'actor' | 'address' | 'account' }

/** How often things may be done: the one table. What is counted `per` account is taken by the use-case that knows it. */
export const rateTable = {
  /** Every procedure, beside its own: twenty a second, which no page comes to. */
  call: { points: 1_200, seconds: 60, per: 'actor' },
  'sign-up': { points: 60, seconds: 3_600, per: 'address' },
  'sign-in': { points: 10, seconds: 60, per: 'address' },
  'second-factor': { points: 10, seconds: 60, per: 'address' },
  'confirm-identity': { points: 10, seconds: 60, per: 'actor' },
  /** What a mailed link does. */
  'redeem-token': { points: 30, seconds: 60, per: 'address' },
  /** Asking for a mail, whoever it goes to. */
  'ask-for-mail': { points: 30, seconds: 3_600, per: 'address' },
  /** Each kind of mail by itself: who has had many of one kind can still get the other. */
  'reset-mail': { points: 3, seconds: 3_600, per: 'account' },
  'verify-mail': { points: 3, seconds: 3_600, per: 'account' },
  /** By itself: strangers who try to take an address leave its owner the links they ask for. */
  'taken-mail': { points: 3, seconds: 3_600, per: 'account' },
  /** Looking at a share link and accepting it, together. */
  'follow-link': { points: 30, seconds: 60, per: 'address' },
  /** Coming in by a link without an account; a class behind one address comes in at once. */
  enter: { points: 120, seconds: 3_600, per: 'address' },
  /** Inviting people, changing what they may and removing them: each tells somebody something. */
  'manage-people': { points: 300, seconds: 300, per: 'actor' },
  /** Inviting people, by name or by mail, and offering them a template. */
  invite: { points: 60, seconds: 3_600, per: 'actor' },
  /** To one address, whoever invites it. */
  'invitation-mail': { points: 5, seconds: 3_600, per: 'account' },
  /** To one person about one conversation, or of one kind about templates, while they are away. */
  'notice-mail': { points: 1, seconds: 3_600, per: 'account' },
  /** Reporting templates: each takes a moderator's time. */
  report: { points: 60, seconds: 3_600, per: 'actor' },
  /** As fast as somebody types. */
  search: { points: 60, seconds: 10, per: 'actor' },
  /** Writing, changing and settling comments: each is told to people or has a whole room read again. */
  comment: { points: 300, seconds: 300, per: 'actor' },
  /** Changing, rating and deleting exchanges: each is told to a whole room. */
  'change-prompt': { points: 300, seconds: 300, per: 'actor' },
  /** Each keeps the whole text of a draft, or writes it anew. */
  checkpoint: { points: 60, seconds: 600, per: 'actor' },
  /** Templates that are made, begun or forked, and their versions: each keeps a whole text. */
  'make-template': { points: 120, seconds: 600, per: 'actor' },
  /** Conversations made of templates: each fills one in and keeps its whole text. */
  'use-template': { points: 60, seconds: 600, per: 'actor' },
  /** Changing up to a hundred templates at once. */
  'change-many': { points: 30, seconds: 60, per: 'actor' },
  /** Answers of models, a day. */
  generation: { points: 1_000, seconds: 86_400, per: 'actor' },
  /** Trying whether a model answers. */
  'try-provider': { points: 30, seconds: 60, per: 'actor' },
  /** Batches of templates out of files: with a hundred each, as many as anybody has. */
  import: { points: 1_200, seconds: 600, per: 'actor' },
  /** Asking for an archive of what one has, those that fail as well, and fetching it. */
  'export-data': { points: 10, seconds: 86_400, per: 'actor' },
  'fetch-export': { points: 60, seconds: 3_600, per: 'actor' },
  /** Pages of templates for files. */
  export: { points: 600, seconds: 600, per: 'actor' },
  /** Sockets that are opened: a room of people whose server comes back opens them all at once. */
  connect: { points: 300, seconds: 60, per: 'address' },
} as const satisfies Record<string, Rate>

export type RateName = keyof typeof rateTable
