import type { Dialect } from './dialect.ts'

export const monthly: Dialect['monthly'] = {
  partition: () => [],
}
