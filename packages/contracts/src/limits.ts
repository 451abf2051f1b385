/** Sizes are UTF-8 bytes where the name says Bytes, else characters (UTF-16 code units, as zod's `max` counts them). */
export const limits = {
  /** Days after which what was deleted is gone for good; until then an administrator brings an account back. */
  daysDeleted: 30,
  name: 80,
  email: 254,
  passwordMin: 8,
  passwordMax: 256,
  /** A code of a second factor as it is typed, with what is there for the eye. */
  code: 100,
  title: 200,
  description: 1_000,
  /** A review of a template, or feedback to an answer. */
  review: 2_000,
  slug: 120,
  tag: 40,
  /** Of one template. */
  tags: 20,
  /** Of one search in the library. */
  tagsAsked: 5,
  /** Different tags that are counted beside a search in the library. */
  facetValues: 50,
  /** Declared for one template. */
  variables: 100,
  /** Templates that are changed at once. */
  templatesAtOnce: 100,
  /** Templates and versions of one tree across forks. */
  treeTemplates: 50,
  treeVersions: 500,
  /** What administrators set: how long things are kept, for whom sign-up is open, and what stands on every page. */
  keptDays: 3_650,
  /** The audit goes by whole months, and one of them stays. */
  auditDaysMin: 31,
  mailDomains: 50,
  lockReason: 300,
  activityText: 100,
  /** Events of a page of an export. */
  exportedActivity: 1_000,
  /** Events that are looked through for a text, and that are counted over time. */
  searchedActivity: 5_000,
  countedActivity: 10_000,
  announcement: 500,
  /** Archives of what somebody has, and for how long one can be fetched. */
  dataExportsPerDay: 2,
  dataExportHours: 24,
  /** States in which somebody knows the details of a template to have been, or to have been sent. */
  sentBefore: 10,
  /** Why a job failed. */
  jobFailure: 500,
  /** The name of a label at a version. */
  label: 40,
  /** What is said of a version. */
  versionMessage: 500,
  /** The name of a provider of models, and how many there are; the name of a model, and how many one provider offers. */
  provider: 50,
  providers: 50,
  model: 100,
  modelsOfProvider: 100,
  /** The name of a section of a draft, and how many are told apart. */
  section: 100,
  sections: 200,
  /** Edits of one answer. */
  edits: 100,
  /** What a model may answer, in characters. */
  answer: 1_000_000,
  comment: 2_000,
  /** The words a comment stands on, as they were; of longer ones the beginning is kept. */
  commentQuote: 300,
  commentMentions: 20,
  /** They are all shown at once. */
  commentsPerDraft: 1_000,
  /** One version of a template; the longest public prompts have about 145,000. */
  template: 400_000,
  /** Versions of one template out of a file. */
  versionsAtOnce: 200,
  /** What a template keeps of the file it came from, as JSON, for files of the same format. */
  metadata: 200_000,
  /** The texts on one page of templates for files, unless one alone has more. */
  exportBytes: 2_097_152,
  /** One message in the chat; a brief that came as a file fits. */
  message: 250_000,
  /** How many different emoji an exchange can have, and how many people are named beside each. */
  reactionKinds: 20,
  reactionNames: 10,
  /** Everything a conversation has said of its assistant, as JSON. */
  brief: 600_000,
  requestBytes: 1_048_576,
  /** The address of a request with its headers: whoever reads asks in the address, ten thousand characters of any script. */
  headerBytes: 131_072,
  /** One frame of draft edits before base64. */
  updateBytes: 262_144,
  /** The stored state of one draft. */
  draftBytes: 2_097_152,
  /** One websocket frame; above `updateBytes` in base64 with its envelope. */
  frameBytes: 524_288,
  /** What may wait for one reader before their line is ended. */
  queuedBytes: 4_194_304,
  draftPushesPerSecond: 30,
  /** How many client ids of a draft can be asked about at once. */
  authorsAsked: 500,
  /** They are all told to whoever opens the conversation. */
  participants: 1_000,
  /** How many one link lets in, where it counts them. */
  shareUses: 1_000,
  shareDays: 365,
  /** At once. */
  peoplePerRoom: 200,
  /** Of one person in one room. */
  pagesPerPerson: 20,
  batch: 10,
  /** What is read of a text that is searched: more than anybody types. */
  search: 500,
  /** What is read of a text that templates are to fit. */
  fitting: 2_000,
  page: 50,
  /** Templates on one page of the library, which are cards. */
  cards: 24,
  /** Unread messages are counted to here; one more than is shown. */
  unread: 100,
  /** Of each kind of what a chat tells beside its messages, the newest. */
  systemLines: 200,
  /** Pinned conversations of one person. */
  pinned: 50,
} as const
