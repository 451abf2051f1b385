import { byAccount } from './accounts.ts'

/** Other people's accounts are for administrators: one list, nothing of it hidden from them. */
export const userRules = {
  'user:list': byAccount('user:list'),
  'user:unlock': byAccount('user:unlock'),
  'user:set-role': byAccount('user:set-role'),
  'user:delete': byAccount('user:delete'),
  'user:restore': byAccount('user:restore'),
  'user:erase': byAccount('user:erase'),
}
