// expects eslint(no-restricted-properties)
export const engine = (knex: { client: { dialect: string } }) => knex.client.dialect
