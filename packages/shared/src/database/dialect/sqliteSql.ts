import type { Dialect } from './dialect.ts'

export const sql: Dialect['sql'] = {
  quotient: (one, other) => `(${one}) / (${other})`,
  greatest: (one, other) => `max(${one}, ${other})`,
  fallsBelow: (columns, place) => ['(??, ??) < (?, ?)', [...columns, ...place]],
  risesAbove: (columns, place) => ['(??, ??) > (?, ?)', [...columns, ...place]],
  differs: (one, other) => `${one} is not ${other}`,
  milliseconds: (instant) => instant,
  dayOf: (instant) => `strftime('%Y-%m-%d', ${instant} / 1000, 'unixepoch')`,
  daysAgo: (days) => `strftime('%Y-%m-%d', 'now', '-${days} days')`,
  isSlug: (column) =>
    `${column} not glob '*[^a-z0-9-]*' and ${column} glob '[a-z0-9]*' and ${column} glob '*[a-z0-9]' and ${column} not like '%--%'`,
  // One transaction writes at a time.
  held: (query) => query,
  refuse: (name) => `select raise(abort, '${name}')`,
  addCounts(table, key, counts, select) {
    const sums = counts.map((count) => `${count} = ${count} + excluded.${count}`)
    return `insert into ${table} (${[...key, ...counts].join(', ')}) ${select} on conflict (${key.join(', ')}) do update set ${sums.join(', ')}`
  },
}

export const trigger: Dialect['trigger'] = ({ name, at, table, when, run }) =>
  `create trigger ${name} ${at} on ${table} for each row ${when ? `when ${when} ` : ''}begin ${run.map((each) => `${each};`).join(' ')} end`
