export { deleteUser } from './deleteUser.ts'
export { eraseAccount } from './eraseAccount.ts'
export { eraseUser } from './eraseUser.ts'
export { restoreUser } from './restoreUser.ts'
