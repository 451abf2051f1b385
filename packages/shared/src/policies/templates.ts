import { templateAbilities, type TemplateAbility, type TemplateVisibility } from '@prologue/contracts'
import type { Knex } from 'knex'
import type { Actor } from '../context.ts'
import type { Template } from '../models/index.ts'
import { byAccountRole } from './accounts.ts'
import type { Rule } from './rule.ts'

type Owned = Pick<Template, 'ownerId'>

/** A template with what else decides who sees it. */
export type TemplateSight = {
  template: Pick<Template, 'ownerId' | 'visibility' | 'deletedAt' | 'latestNumber'>
  /** Whether its owner's account is deleted: what they own is hidden with it. */
  ownerDeleted: boolean
  /** Whether the actor belongs to its organization. */
  isMember: boolean
  /** Whether its owner offers it to the actor, who may look at what they are to take. */
  isOffered: boolean
}

/** Whether it is theirs to keep: one's own, and for administrators what comes with the program. */
function keeps({ ownerId }: Owned, actor: Actor): boolean {
  if (actor.kind !== 'user') return false
  return ownerId === null ? actor.role === 'admin' : ownerId === actor.userId
}

/** Whether who has its id or slug may read it. */
function reads(actor: Actor, { template, ownerDeleted, isMember, isOffered }: TemplateSight): boolean {
  if (template.deletedAt !== null || ownerDeleted) return false
  if (keeps(template, actor) || isOffered) return true
  const { visibility, latestNumber } = template
  // Nothing of it is published.
  if (latestNumber === 0) return false
  return visibility === 'public' || visibility === 'unlisted' || (visibility === 'organization' && isMember)
}

/** Whether it comes back by the actor's word, if it is deleted: nobody else knows of it then. */
const restores: Rule<[TemplateSight]> = (actor, sight) => {
  const { template } = sight
  const { ownerId, visibility, latestNumber } = template
  const back = { ownerId, visibility, latestNumber, deletedAt: null }
  return reads(actor, { ...sight, template: back }) && holds(actor, 'template:delete', template)
}

/** Whether lists show it: what is unlisted stands only in its owner's, what is offered in no others'. The list scope below says the same. */
export function isListed(actor: Actor, sight: TemplateSight): boolean {
  return (
    reads(actor, { ...sight, isOffered: false }) && (sight.template.visibility !== 'unlisted' || keeps(sight.template, actor))
  )
}

/** By what the actor is to the template. */
function byStanding(ability: TemplateAbility): Rule<[Owned]> {
  return (actor, template) => holds(actor, ability, template) || refusal(actor, ability, template)
}

export const templateRules = {
  'template:create': byAccountRole('template:create'),
  'template:read': reads,
  'template:restore': restores,
  'template:rate': byStanding('template:rate'),
  'template:report': byStanding('template:report'),
  'template:sort': byStanding('template:sort'),
  'template:hide': byStanding('template:hide'),
  'template:delete': byStanding('template:delete'),
  'template:update': byStanding('template:update'),
  'template:label': byStanding('template:label'),
  'template:read-activity': byStanding('template:read-activity'),
  'template:hand-over': byStanding('template:hand-over'),
}

/** What the actor may do with a template they can see. */
export function abilitiesOn(actor: Actor, template: Owned): TemplateAbility[] {
  return [...templateAbilities[standing(template, actor)]]
}

function holds(actor: Actor, ability: TemplateAbility, template: Owned): boolean {
  return abilitiesOn(actor, template).includes(ability)
}

function standing(template: Owned, actor: Actor): keyof typeof templateAbilities {
  if (actor.kind !== 'user' || actor.role === 'guest') return 'anonymous'
  if (keeps(template, actor)) return template.ownerId === null ? 'keeper' : 'owner'
  return template.ownerId === null ? 'user' : actor.role
}

function refusal(actor: Actor, ability: TemplateAbility, template: Owned): string {
  if (ability === 'template:rate' || ability === 'template:report') {
    const verb = ability === 'template:rate' ? 'rate' : 'report'
    return keeps(template, actor)
      ? `You cannot ${verb} a template of your own.`
      : `Guests cannot ${verb} templates. Sign up or sign in to do this.`
  }
  if (template.ownerId === null && ability === 'template:hand-over') {
    return 'This template comes with the program and stays with it.'
  }
  if (template.ownerId === null) return 'This template comes with the program. Only administrators change it.'
  return 'Only the owner of this template may do this.'
}

/**
 * Of a query over `templates` only what lists may show the actor. It judges each row it is given, so it goes with a query that
 * something else makes short, such as words that are searched; a whole library is walked by `visibility` alone.
 */
export function visibleTemplates(query: Knex.QueryBuilder, actor: Actor): void {
  seenTemplates(query, actor, ['public'])
}

/** The same with what is unlisted or offered to them: what the actor may read whose addresses they have. */
export function readableTemplates(query: Knex.QueryBuilder, actor: Actor): void {
  seenTemplates(query, actor, ['public', 'unlisted'], (visible, { userId }) => {
    void visible.orWhereIn('templates.id', (offered) =>
      offered.from('template_offers').select('templateId').where({ offeredTo: userId }),
    )
  })
}

/** Of a query over `templates` only what everybody is shown. */
export function publicTemplates(query: Knex.QueryBuilder): void {
  void query.whereNull('templates.deletedAt').where('templates.visibility', 'public').where('templates.latestNumber', '>', 0)
  ofThoseHere(query)
}

/** Of a query over `templates` only a person's own. */
export function ownTemplates(query: Knex.QueryBuilder, ownerId: string): void {
  void query.whereNull('templates.deletedAt').where('templates.ownerId', ownerId)
}

/** Of a query over `templates` only what a person has deleted of their own and can bring back. */
export function ownDeletedTemplates(query: Knex.QueryBuilder, ownerId: string): void {
  void query.whereNotNull('templates.deletedAt').where('templates.ownerId', ownerId)
}

/** `more` adds what else a person sees. */
function seenTemplates(
  query: Knex.QueryBuilder,
  actor: Actor,
  open: TemplateVisibility[],
  more: (visible: Knex.QueryBuilder, person: Extract<Actor, { kind: 'user' }>) => void = () => {},
): void {
  void query.whereNull('templates.deletedAt')
  void query.where((visible) => {
    void visible.whereIn('templates.visibility', open)
    if (actor.kind !== 'user') return
    void visible.orWhere('templates.ownerId', actor.userId)
    if (actor.role === 'admin') void visible.orWhereNull('templates.ownerId')
    void visible.orWhere((ofMembers) =>
      ofMembers
        .where('templates.visibility', 'organization')
        .whereIn('templates.organizationId', (mine) =>
          mine.from('organization_members').select('organizationId').where({ userId: actor.userId }),
        ),
    )
    more(visible, actor)
  })
  // Nothing of the others is published.
  void query.where((published) => {
    void published.where('templates.latestNumber', '>', 0)
    if (actor.kind !== 'user') return
    void published.orWhere('templates.ownerId', actor.userId)
    if (actor.role === 'admin') void published.orWhereNull('templates.ownerId')
  })
  ofThoseHere(query)
}

const decides = byAccountRole('template-report:decide')

/**
 * A condition for `whereRaw` over `template_versions`: what the actor is shown of templates they may read. Older versions whose words
 * moderators agreed are not for others are left to who keeps the template and to those who decide; the newest is shown with its template.
 */
export function shownVersions(actor: Actor): [sql: string, bindings: string[]] {
  if (decides(actor) === true) return ['1 = 1', []]
  const others = actor.kind === 'user' ? 'and (of_it.owner_id is null or of_it.owner_id <> ?)' : ''
  return [
    // Asked for each version: MySQL makes a join of `not exists`, and may begin it with all that is held.
    `(select held.id from template_upheld_texts as held join templates as of_it on of_it.id = template_versions.template_id
      where held.words_digest = template_versions.words_digest and (held.owner_id is null or held.owner_id = of_it.owner_id)
      and of_it.latest_number > template_versions.number ${others} limit 1) is null`,
    actor.kind === 'user' ? [actor.userId] : [],
  ]
}

/** Without those whose owner's account is deleted. */
function ofThoseHere(query: Knex.QueryBuilder): void {
  // Last, of the rows that are left. Asked for each: MySQL makes a join of `not exists`, and may begin it with all accounts.
  void query.whereRaw('(select owner.deleted_at from users as owner where owner.id = templates.owner_id) is null')
}
