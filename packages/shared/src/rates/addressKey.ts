import { isIPv6 } from 'node:net'

/** What an address is counted as: an IPv4 address itself, of an IPv6 address the /64 that one customer has. */
export function addressKey(address: string | null): string {
  if (address === null) return 'unknown'
  const [plain = ''] = address.toLowerCase().split('%')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped !== undefined) return mapped
  return isIPv6(plain) ? `${firstFour(plain).join(':')}::/64` : plain
}

const groups = (part: string) => (part === '' ? [] : part.split(':'))

/** The first four groups of a well-formed IPv6 address, without leading zeros. */
function firstFour(address: string): string[] {
  const [head = '', tail = ''] = address.split('::')
  const before = groups(head)
  // An IPv4 address at the end stands for two groups.
  const after = groups(tail).flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]))
  const zeros = address.includes('::') ? Array.from({ length: 8 - before.length - after.length }, () => '0') : []
  return [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
}
