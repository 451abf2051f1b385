import { BlockList, isIPv4, isIPv6 } from 'node:net'

/** Where an address leads: to the world, to one's own machine or network, or where no model server is ever asked. */
export type Reach = 'world' | 'private' | 'never'

const never = listOf(
  ['0.0.0.0', 8],
  // Link-local: clouds tell a machine its secrets there.
  ['169.254.0.0', 16],
  // Where other clouds do: Alibaba, Oracle, Azure.
  ['100.100.100.200', 32],
  ['192.0.0.0', 24],
  ['168.63.129.16', 32],
  // Multicast, what is kept for later, and broadcast.
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 128],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
  // Of AWS and of Google.
  ['fd00:ec2::', 32],
  ['fd20:ce::', 32],
  // Tunnels, which end who knows where, and addresses that are thrown away.
  ['2001::', 32],
  ['100::', 64],
)

const own = listOf(
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['::1', 128],
  ['fc00::', 7],
  // Private translation of IPv4 addresses: which, its network alone knows.
  ['64:ff9b:1::', 48],
)

/** IPv6 addresses that hold an IPv4 address, and at which of their eight groups it begins. */
const holding = [
  { within: listOf(['::ffff:0:0:0', 96], ['64:ff9b::', 96], ['::', 96]), at: 6 },
  { within: listOf(['2002::', 16]), at: 1 },
]

/** Of an address as the system writes it; what is none is never asked. */
export function reachOf(address: string): Reach {
  const [plain = ''] = address.toLowerCase().split('%')
  if (isIPv4(plain)) return ofAddress(plain, 'ipv4')
  if (!isIPv6(plain)) return 'never'
  const groups = groupsOf(plain)
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (mapped) return ofAddress(fourBytes(groups, 6), 'ipv4')
  const itself = ofAddress(plain, 'ipv6')
  if (itself !== 'world') return itself
  const found = holding.find(({ within }) => within.check(plain, 'ipv6'))
  return found ? ofAddress(fourBytes(groups, found.at), 'ipv4') : 'world'
}

function ofAddress(address: string, family: 'ipv4' | 'ipv6'): Reach {
  if (never.check(address, family)) return 'never'
  return own.check(address, family) ? 'private' : 'world'
}

function listOf(...nets: [address: string, bits: number][]): BlockList {
  const list = new BlockList()
  for (const [address, bits] of nets) list.addSubnet(address, bits, isIPv4(address) ? 'ipv4' : 'ipv6')
  return list
}

/** The eight groups of a well-formed IPv6 address. */
function groupsOf(address: string): number[] {
  const whole = address.replace(/\d+\.\d+\.\d+\.\d+$/, (dotted) => {
    const [a = 0, b = 0, c = 0, d = 0] = dotted.split('.').map(Number)
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
  })
  const [head = [], tail] = whole.split('::').map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail ? Array.from({ length: 8 - head.length - tail.length }, () => '0') : []
  return [...head, ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16))
}

function fourBytes(groups: readonly number[], at: number): string {
  return groups
    .slice(at, at + 2)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}
