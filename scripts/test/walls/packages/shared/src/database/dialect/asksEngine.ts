// expects nothing
export const isMySQL = (knex: { client: { dialect: string } }) => knex.client.dialect === 'mysql'
