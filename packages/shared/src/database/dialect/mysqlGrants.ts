import type { Dialect } from './dialect.ts'

const all = 'SELECT, INSERT, UPDATE, DELETE'

export const grants: Dialect['grants'] = async (knex, account, only) => {
  const [, name, host = '%'] = /^([\w.-]{1,32})(?:@([\w.%:-]{1,255}))?$/.exec(account) ?? []
  if (name === undefined) throw new Error('Name the account as name@host, for instance prologue@10.0.0.% or prologue@%.')
  const [rows]: { schema: string; name: string; view: number }[][] = await knex.raw(
    `select table_schema as \`schema\`, table_name as name, table_type = 'VIEW' as view
      from information_schema.tables where table_schema = database() order by table_name`,
  )
  return (rows ?? []).map((table) => {
    const rights = table.view ? 'SELECT' : (only[table.name] ?? all)
    return `GRANT ${rights} ON \`${table.schema}\`.\`${table.name}\` TO '${name}'@'${host}'`
  })
}
