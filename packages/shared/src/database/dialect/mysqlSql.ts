import type { Dialect } from './dialect.ts'

export const sql: Dialect['sql'] = {
  quotient: (one, other) => `(${one}) div (${other})`,
  greatest: (one, other) => `greatest(${one}, ${other})`,
  fallsBelow: ([first, second], [one, other]) => ['(?? < ? or (?? = ? and ?? < ?))', [first, one, first, one, second, other]],
  risesAbove: ([first, second], [one, other]) => ['(?? > ? or (?? = ? and ?? > ?))', [first, one, first, one, second, other]],
  differs: (one, other) => `not (${one} <=> ${other})`,
  milliseconds: (instant) => `timestampdiff(microsecond, '1970-01-01', ${instant}) div 1000`,
  dayOf: (instant) => `date_format(${instant}, '%Y-%m-%d')`,
  daysAgo: (days) => `date_format(utc_date() - interval ${days} day, '%Y-%m-%d')`,
  // The end of a pattern also stands before a line break at the end of the text.
  isSlug: (column) => `regexp_like(${column}, '^[a-z0-9]+(-[a-z0-9]+)*$', 'c') and not regexp_like(${column}, '[^a-z0-9-]', 'c')`,
  held: (query) => `${query} for share`,
  refuse: (name) => `signal sqlstate '45000' set message_text = '${name}'`,
  addCounts(table, key, counts, select) {
    const columns = [...key, ...counts].join(', ')
    const sums = counts.map((count) => `${count} = ${table}.${count} + more.${count}`)
    // The rows as a table of its own: only so can they be named in the update.
    return `insert into ${table} (${columns}) select ${columns} from (${select}) as more on duplicate key update ${sums.join(', ')}`
  },
}

export const trigger: Dialect['trigger'] = ({ name, at, table, when, run }) => {
  const statements = run.map((each) => `${each};`).join(' ')
  return `create trigger ${name} ${at} on ${table} for each row begin ${when ? `if ${when} then ${statements} end if;` : statements} end`
}
