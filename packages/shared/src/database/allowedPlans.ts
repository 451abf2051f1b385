/** Where rows are put in order all the same, or a table is read from end to end, and why that is right. */
export const allowedPlans: { of: string; sorts: string[]; scans?: string[]; because: string }[] = [
  {
    of: 'conversations.get',
    sorts: ['conversation_participants', 'users'],
    because: 'They are those of one conversation, found by conversation_id; a room holds 200 people at most.',
  },
  {
    of: 'prompts.list',
    sorts: ['users', 'prompt_reactions'],
    because: 'They are the reactions to one page of exchanges, ten names each at most.',
  },
  {
    of: 'prompts.get',
    sorts: ['users', 'prompt_reactions'],
    because: 'They are the reactions to one exchange, ten names each at most.',
  },
  {
    of: 'admin.report',
    sorts: ['audit_logs'],
    because: 'They are those since the last seal, found by their number; what is older was counted when it was sealed.',
  },
  {
    of: 'admin.report',
    sorts: ['audit_daily'],
    scans: ['audit_daily'],
    because: 'The last page has all that is left. Here the table has hardly more; pages before it are bounded by their days.',
  },
  {
    of: 'search.query',
    sorts: [
      'templates',
      'conversations',
      'conversation_participants',
      'prompts',
      'users',
      'template_search',
      'conversation_search',
      'prompt_search',
    ],
    because:
      'They are those the index of words answers with, or the next of a walk, with their owners; how many is weighed before.',
  },
  {
    of: 'library.browse with filters',
    sorts: ['templates', 'template_search', 'users'],
    because:
      'They are those of one part of a walk that have the bits of the filters, or those the index of words answers with; how many is weighed before.',
  },
  {
    of: 'library.browse of mine',
    sorts: ['templates', 'template_favourites', 'template_search', 'users'],
    because: 'They are those of one person, found by owner_id or user_id; an index for each order would cost every write.',
  },
  {
    of: 'library.facets',
    sorts: ['templates', 'template_search', 'users'],
    because: 'They are found as by browsing, a thousand at most.',
  },
  {
    of: 'library.fitting',
    sorts: ['templates', 'template_search', 'users'],
    because: 'They are those that have one of the rarest words of a text, found as by browsing, forty at most.',
  },
  {
    of: 'interchange.exportTemplates',
    sorts: ['templates', 'template_versions', 'users'],
    because: 'They are those of one page, found by their ids, and their versions.',
  },
  {
    of: 'ratings.summary',
    sorts: ['template_ratings'],
    because: 'They are the ratings of one template, found by template_id and counted.',
  },
  {
    of: 'templates.tree',
    sorts: ['templates', 'template_versions', 'users'],
    because: 'They are the versions of one tree of forks, found by their templates, as many as its page shows.',
  },
  {
    of: 'users.list by name or address',
    sorts: ['users'],
    because: 'They are those whose name or address begins with what an administrator typed, each found by its index.',
  },
  {
    of: 'activity.export',
    sorts: [],
    scans: ['users'],
    because: 'A page of a thousand events names hundreds of people. Here there are hardly more; of many each is found by its id.',
  },
  {
    of: 'users.list by role or state',
    sorts: ['users'],
    because: 'They are those that are locked, or deleted and not purged yet, each found by its index.',
  },
  {
    of: 'sealing the audit',
    sorts: ['audit_logs'],
    because: 'They are those of one seal, ten thousand at most, found by their numbers and counted once.',
  },
  {
    of: 'making an archive of what somebody has',
    sorts: [
      'sessions',
      'conversations',
      'prompts',
      'templates',
      'template_versions',
      'template_drafts',
      'template_ratings',
      'template_reports',
      'users',
    ],
    scans: ['template_drafts'],
    because:
      'They are those of one person, found by whose they are; an index for this order would cost every write. Of drafts of templates there are hardly more here; of many each is found by its template.',
  },
  {
    of: 'verifying the audit',
    sorts: ['audit_logs'],
    because: 'They are what retention wrote of itself, found by action: one a month.',
  },
  {
    of: 'letting months of the audit go',
    sorts: ['audit_logs'],
    because: 'They are what retention wrote of itself, found by action: one a month.',
  },
  {
    of: 'adding up the use of templates',
    sorts: ['template_usage_daily'],
    because:
      'The old days are found by their day and read once, to tell whose they are; then those of 200 templates are added up.',
  },
  {
    of: 'refreshing what is trending',
    sorts: ['template_usage_daily', 'templates'],
    because: 'They are the uses of two weeks, found by their days and read once, and the templates with a score.',
  },
]

/** What grows without end: nothing may read these from end to end, or put more of them in order than one page needs. */
export const bigTables = [
  'templates',
  'template_versions',
  'template_ratings',
  'template_drafts',
  'template_favourites',
  'template_reports',
  'template_removed_reviews',
  'template_upheld_texts',
  'conversations',
  'conversation_participants',
  'prompts',
  'prompt_edits',
  'draft_sections',
  'audit_logs',
  'sessions',
  'users',
  'user_name_parts',
  'template_usage_daily',
  'audit_daily',
  'template_search',
  'conversation_search',
  'prompt_search',
]
