// expects eslint(id-denylist)
export const isMySQL = (name: string) => name === 'mysql2'
