import { nameParts } from '../database/words/index.ts'
import { uuidAt, type Plan } from './plan.ts'
import { times, type Put, type Writing } from './rows.ts'
import { familyNames, givenNames } from './topics.ts'
import { capital, writeWords } from './words.ts'

const day = 86_400_000
const addresses = ['203.0.113', '198.51.100', '192.0.2'] as const
const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
] as const

/** Where a call came from. */
export function callOf(random: ReturnType<Plan['randomOf']>) {
  return { ip: `${random.pick(addresses)}.${random.below(256)}`, userAgent: random.pick(agents) }
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** People, and the sessions of those who were here lately. Nobody knows a password that fits, and nobody administers. */
export function writePeople(plan: Plan): Writing {
  return (index, put) => {
    const random = plan.randomOf('person', index)
    const id = plan.idOf('person', index)
    const name = `${givenNames[random.below(givenNames.length)]} ${familyNames[random.below(familyNames.length)]}`
    const email = `${name.toLowerCase().replace(' ', '.')}.${index}@example.com`
    const salt = Buffer.from(random.bytes()).toString('base64').replace(/=+$/, '')
    const sum = Buffer.from([...random.bytes(), ...random.bytes()])
      .toString('base64')
      .replace(/=+$/, '')
    put('users', {
      id,
      ...times(plan.madeAt('person', index)),
      name,
      email,
      emailCanonical: email,
      emailVerifiedAt: random.chance(0.9) ? new Date(plan.madeAt('person', index) + 600_000) : null,
      passwordHash: `$argon2id$v=19$m=19456,t=2,p=1$${salt}$${sum}`,
      role: random.chance(0.002) ? 'moderator' : 'user',
      preferences: random.chance(0.2) ? '{"theme":"dark"}' : '{}',
    })
    for (const [place, part] of nameParts(name).entries()) put('user_name_parts', { userId: id, place, part })
    const sessions = random.chance(0.5) ? 1 + random.skewed(4, 3) : 0
    for (let each = 0; each < sessions; each += 1) {
      const seen = plan.end - Math.floor(14 * day * random.next())
      const begun = Math.max(plan.madeAt('person', index), seen - Math.floor(60 * day * random.next() ** 2))
      put('sessions', {
        id: uuidAt(begun, random),
        ...times(begun, Math.max(begun, seen)),
        userId: id,
        tokenHash: hex(random.bytes()) + hex(random.bytes()),
        expiresAt: new Date(Math.max(begun, seen) + 14 * day),
        lastSeenAt: new Date(Math.max(begun, seen)),
        confirmedAt: new Date(begun),
        ...callOf(random),
      })
    }
  }
}

/** Organizations with two to forty members each. */
export function writeOrganizations(plan: Plan): Writing {
  return (index, put) => {
    const random = plan.randomOf('organization', index)
    const id = plan.idOf('organization', index)
    const made = plan.madeAt('organization', index)
    const words = writeWords(random, 2)
    put('organizations', { id, ...times(made), name: capital(words), slug: `${hyphenated(words)}-${index.toString(36)}` })
    writeMembers(plan, index, put)
  }
}

function writeMembers(plan: Plan, index: number, put: Put): void {
  const random = plan.randomOf('organization', index, 2)
  const made = plan.madeAt('organization', index)
  for (const [place, person] of membersOf(plan, index).entries()) {
    put('organization_members', {
      id: uuidAt(made, random),
      ...times(Math.max(made, plan.madeAt('person', person))),
      organizationId: plan.idOf('organization', index),
      userId: plan.idOf('person', person),
      role: place === 0 ? 'owner' : 'member',
    })
  }
}

/** The people of an organization, its owner first. */
export function membersOf(plan: Plan, index: number): number[] {
  const random = plan.randomOf('organization', index, 3)
  const there = plan.thereBefore('person', 'organization', index)
  const size = Math.min(there, 2 + random.skewed(39, 2))
  const first = random.below(there)
  return Array.from({ length: size }, (_, place) => (first + place) % there)
}

export const hyphenated = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
