import type { Ctx } from '../context.ts'
import {
  Comment,
  Conversation,
  Draft,
  DraftCheckpoint,
  Notification,
  Prompt,
  PromptReaction,
  Template,
  TemplateDraft,
  TemplateFavourite,
  TemplateRating,
  TemplateReport,
  TemplateVersion,
} from '../models/index.ts'
import { accountPart } from './accountPart.ts'
import { activityPart } from './activityPart.ts'
import { rowsPart, type ExportPart } from './exportPart.ts'
import { sessionsPart } from './sessionsPart.ts'

/** Rows that are read at once where each holds a whole text. */
const texts = 20

const ownConversations = (ctx: Ctx, ownerId: string) => Conversation.with(ctx).where({ ownerId })
const ownDrafts = (ctx: Ctx, userId: string) =>
  Draft.with(ctx).whereIn('conversationId', ownConversations(ctx, userId).select('id'))
const ownTemplates = (ctx: Ctx, ownerId: string) => Template.with(ctx).where({ ownerId })

/**
 * What an archive is made of, a file each. Of what people share, only what this person wrote is theirs: no word of the others, no
 * title of what the others own, and nothing that lets anybody in.
 */
export const exportParts: readonly ExportPart[] = [
  accountPart,
  sessionsPart,
  rowsPart({
    file: 'conversations.json',
    says: 'The conversations that you own.',
    of: ownConversations,
    present: ({ id, title, status, createdAt, lastActivityAt }) => ({ id, title, status, createdAt, lastActivityAt }),
  }),
  rowsPart({
    file: 'messages.json',
    says: 'What you wrote in chats, with the answers where the conversation is yours.',
    of: (ctx, authorId) => Prompt.with(ctx).where({ authorId }).withGraphFetched('conversation'),
    atOnce: texts,
    present: ({ id, conversationId, authorId, userInput, createdAt, editedAt, conversation, ...answer }) => {
      const written = { id, conversationId, message: userInput, createdAt, editedAt }
      if (conversation?.ownerId !== authorId) return written
      const { response, status, provider, model, tokensIn, tokensOut, costMicroUsd } = answer
      return { ...written, answer: { text: response, status, provider, model, tokensIn, tokensOut, costMicroUsd } }
    },
  }),
  rowsPart({
    file: 'drafts.json',
    says: 'The drafts of your conversations as they stand, with what others wrote in them.',
    of: ownDrafts,
    atOnce: texts,
    present: async ({ id, conversationId, createdAt }, ctx) => ({
      id,
      conversationId,
      text: await ctx.services.drafts.read(id),
      createdAt,
    }),
  }),
  rowsPart({
    file: 'draft-versions.json',
    says: 'Earlier states of these drafts that you kept, or that were kept as time went by.',
    of: (ctx, userId) =>
      DraftCheckpoint.with(ctx)
        .whereIn('draftId', ownDrafts(ctx, userId).select('id'))
        .where((kept) => kept.whereNull('createdBy').orWhere('createdBy', userId)),
    atOnce: texts,
    present: ({ id, draftId, kind, name, content, createdAt }) => ({ id, draftId, kind, name, text: content, createdAt }),
  }),
  rowsPart({
    file: 'comments.json',
    says: 'What you wrote in comments.',
    of: (ctx, authorId) => Comment.with(ctx).where({ authorId }),
    present: ({ id, draftId, parentId, body, createdAt, editedAt }) => ({ id, draftId, parentId, body, createdAt, editedAt }),
  }),
  rowsPart({
    file: 'reactions.json',
    says: 'Your reactions to messages.',
    of: (ctx, userId) => PromptReaction.with(ctx).where({ userId }),
    present: ({ promptId, emoji, createdAt }) => ({ messageId: promptId, emoji, createdAt }),
  }),
  rowsPart({
    file: 'templates.json',
    says: 'The templates that you own.',
    of: ownTemplates,
    present: ({ id, slug, title, description, category, tags, family, visibility, createdAt, publishedAt }) => ({
      id,
      slug,
      title,
      description,
      category,
      tags,
      family,
      visibility,
      createdAt,
      publishedAt,
    }),
  }),
  rowsPart({
    file: 'template-versions.json',
    says: 'Their versions.',
    of: (ctx, userId) => TemplateVersion.with(ctx).whereIn('templateId', ownTemplates(ctx, userId).select('id')),
    atOnce: texts,
    present: ({ templateId, number, message, content, variables, settings, createdAt }) => ({
      templateId,
      number,
      message,
      content,
      variables,
      settings,
      createdAt,
    }),
  }),
  rowsPart({
    file: 'template-drafts.json',
    says: 'What is written on them and not published yet.',
    of: (ctx, userId) => TemplateDraft.with(ctx).whereIn('templateId', ownTemplates(ctx, userId).select('id')),
    atOnce: texts,
    present: ({ templateId, content, variables, settings, updatedAt }) => ({
      templateId,
      content,
      variables,
      settings,
      updatedAt,
    }),
  }),
  rowsPart({
    file: 'ratings.json',
    says: 'What you think of templates: stars and reviews.',
    of: (ctx, userId) => TemplateRating.with(ctx).where({ userId }),
    present: ({ templateId, rating, review, createdAt }) => ({ templateId, rating, review, createdAt }),
  }),
  rowsPart({
    file: 'favourites.json',
    says: 'The templates that you keep at hand.',
    of: (ctx, userId) => TemplateFavourite.with(ctx).where({ userId }),
    present: ({ templateId, createdAt }) => ({ templateId, createdAt }),
  }),
  rowsPart({
    file: 'reports.json',
    says: 'What you reported to moderators.',
    of: (ctx, reporterId) => TemplateReport.with(ctx).where({ reporterId }),
    present: ({ templateId, reason, details, status, createdAt }) => ({ templateId, reason, details, status, createdAt }),
  }),
  rowsPart({
    file: 'notifications.json',
    says: 'What you were told.',
    of: (ctx, userId) => Notification.with(ctx).where({ userId }),
    present: ({ kind, conversationId, templateId, createdAt, readAt }) => ({
      kind,
      conversationId,
      templateId,
      createdAt,
      readAt,
    }),
  }),
  activityPart,
]
