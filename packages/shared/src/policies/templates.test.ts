import { randomUUID } from 'node:crypto'
import { templateVisibilitySchema, userRoles, type TemplateVisibility } from '@prologue/contracts'
import { expect, it } from 'vitest'
import type { Actor } from '../context.ts'
import type { User } from '../models/index.ts'
import { buildOrganization, buildUser, ctxOf, onEachDatabase, type World } from '../testing/index.ts'
import { findTemplate } from '../templates/index.ts'
import { abilitiesOn, isListed, may, visibleTemplates } from './index.ts'
import type { TemplateSight } from './templates.ts'

const mayRead = (actor: Actor, sight: TemplateSight) => may(actor, 'template:read', sight)

type Row = {
  id: string
  ownerId: string | null
  organizationId: string | null
  visibility: TemplateVisibility
  deletedAt: Date | null
  latestNumber: number
  ownerDeleted: boolean
}

const owners = ['live', 'deleted', 'none'] as const

const states = [
  { deletedAt: null, latestNumber: 1 },
  { deletedAt: new Date(), latestNumber: 1 },
  { deletedAt: null, latestNumber: 0 },
]

/** Every visibility, with every kind of owner, in an organization and outside, deleted and not published as well. */
async function insertEveryKind(world: World, ownerIds: Record<(typeof owners)[number], string | null>, organization: string) {
  const rows = templateVisibilitySchema.options.flatMap((visibility) =>
    owners.flatMap((owner) =>
      [organization, null]
        .filter((organizationId) => organizationId !== null || visibility !== 'organization')
        .flatMap((organizationId) =>
          states.map(({ deletedAt, latestNumber }): Row => {
            const ownerId = ownerIds[owner]
            const ownerDeleted = owner === 'deleted'
            return { id: randomUUID(), ownerId, organizationId, visibility, deletedAt, latestNumber, ownerDeleted }
          }),
        ),
    ),
  )
  for (const { ownerDeleted: _, ...row } of rows) {
    const now = new Date()
    await world.database.knex('templates').insert({
      ...row,
      slug: row.id,
      title: 'One of every kind',
      description: '',
      category: 'writing',
      tags: '[]',
      createdAt: now,
      updatedAt: now,
    })
  }
  return rows
}

async function listedIds({ database: { knex } }: World, actor: Actor, among: string[]): Promise<string[]> {
  const query = knex('templates').whereIn('templates.id', among).select('templates.id')
  visibleTemplates(query, actor)
  return (await query).map((row: { id: string }) => row.id)
}

onEachDatabase('who sees a template', (world) => {
  it(
    'is the same by the rule, by an id and by the list scope, for every kind of template and person',
    { timeout: 30_000 },
    async () => {
      const [live, deleted] = [await buildUser(world()), await buildUser(world())]
      const others: { user: User; isMember: boolean }[] = []
      for (const role of userRoles) {
        for (const isMember of [false, true]) others.push({ user: await buildUser(world(), { role }), isMember })
      }
      const members = others.flatMap(({ user, isMember }) => (isMember ? [user] : []))
      const organization = await buildOrganization(world(), members)
      const rows = await insertEveryKind(world(), { live: live.id, deleted: deleted.id, none: null }, organization)
      await world().database.knex('users').where({ id: deleted.id }).update({ deletedAt: new Date() })

      const owning = [live, deleted].map((user) => ({ user, isMember: false }))
      const signedIn = [...owning, ...others].map(({ user, isMember }) => ({ actor: ctxOf(world(), user).actor, isMember }))
      const people = [{ actor: ctxOf(world()).actor, isMember: false }, ...signedIn]
      const all = rows.map(({ id }) => id)
      let seen = 0
      for (const { actor, isMember } of people) {
        const allowedBy = (rule: typeof mayRead) =>
          rows
            .filter(({ ownerDeleted, organizationId, ...template }) =>
              rule(actor, { template, ownerDeleted, isMember: isMember && organizationId !== null, isOffered: false }),
            )
            .map(({ id }) => id)
        const found: string[] = []
        for (const id of all) {
          const finding = findTemplate({ ...ctxOf(world()), actor }, { id })
          await finding.then(
            () => found.push(id),
            () => null,
          )
        }
        expect(found, JSON.stringify({ actor, isMember })).toEqual(allowedBy(mayRead))
        const byRule = allowedBy(isListed)
        const byScope = await listedIds(world(), actor, all)
        expect(byScope.toSorted(), JSON.stringify({ actor, isMember })).toEqual(byRule.toSorted())
        seen += byRule.length
      }
      // Neither says yes or no to everything.
      expect(seen).toBeGreaterThan(people.length)
      expect(seen).toBeLessThan((people.length * rows.length) / 2)
    },
  )
})

const template = { ownerId: 'ada', visibility: 'public' as TemplateVisibility, deletedAt: null, latestNumber: 1 }
const place = { template, ownerDeleted: false, isMember: false, isOffered: false }
const as = (userId: string, role: 'admin' | 'moderator' | 'user' = 'user'): Actor => ({
  kind: 'user',
  userId,
  role,
  name: userId,
  sessionId: 'one',
  confirmedAt: new Date(),
})
const nobody: Actor = { kind: 'anonymous' }

it('An unlisted template is read by everybody who has its address and stands in nobody else’s lists', () => {
  const unlisted = { ...place, template: { ...template, visibility: 'unlisted' as const } }
  for (const actor of [nobody, as('bea'), as('bea', 'admin')]) {
    expect(mayRead(actor, unlisted)).toBe(true)
    expect(isListed(actor, unlisted)).toBe(false)
  }
  expect(isListed(as('ada'), unlisted)).toBe(true)
})

it('A template that is not published is its owner’s alone, whatever else is said of it', () => {
  for (const visibility of templateVisibilitySchema.options) {
    const begun = { ...place, template: { ...template, visibility, latestNumber: 0 }, isMember: true }
    const others = [nobody, as('bea'), as('bea', 'moderator'), as('bea', 'admin')]
    expect(others.filter((actor) => mayRead(actor, begun) || isListed(actor, begun))).toEqual([])
    expect(mayRead(as('ada'), begun) && isListed(as('ada'), begun)).toBe(true)
  }
})

it('A private template is its owner’s alone, also before administrators', () => {
  const hidden = { ...place, template: { ...template, visibility: 'private' as const } }
  expect([nobody, as('bea'), as('bea', 'moderator'), as('bea', 'admin')].filter((actor) => mayRead(actor, hidden))).toEqual([])
  expect(mayRead(as('ada'), hidden)).toBe(true)
})

it('Owners change their own and do not rate them, moderators sort and hide, administrators delete', () => {
  expect(abilitiesOn(as('ada'), template)).toContain('template:update')
  expect(abilitiesOn(as('ada', 'admin'), template)).not.toContain('template:rate')
  expect(abilitiesOn(as('bea', 'moderator'), template)).toEqual([
    'template:read',
    'template:rate',
    'template:report',
    'template:sort',
    'template:hide',
  ])
  expect(abilitiesOn(as('bea', 'admin'), template)).toContain('template:delete')
  expect(abilitiesOn(as('bea', 'admin'), template)).not.toContain('template:update')
  expect(abilitiesOn(as('bea'), template)).toEqual(['template:read', 'template:rate', 'template:report'])
  expect(abilitiesOn(nobody, template)).toEqual(['template:read'])
})

it('What comes with the program is changed by administrators only', () => {
  const supplied = { ownerId: null }
  expect(abilitiesOn(as('bea', 'admin'), supplied)).toContain('template:update')
  expect(abilitiesOn(as('bea', 'moderator'), supplied)).toEqual(['template:read', 'template:rate', 'template:report'])
})
