import { byAccountRole } from './accounts.ts'

/** Other people's accounts are for administrators: one list, nothing of it hidden from them. */
export const userRules = {
  'user:list': byAccountRole('user:list'),
  'user:invite': byAccountRole('user:invite'),
  'user:lock': byAccountRole('user:lock'),
  'user:unlock': byAccountRole('user:unlock'),
  'user:end-sessions': byAccountRole('user:end-sessions'),
  'user:send-reset': byAccountRole('user:send-reset'),
  'user:disable-two-factor': byAccountRole('user:disable-two-factor'),
  'user:set-role': byAccountRole('user:set-role'),
  'user:delete': byAccountRole('user:delete'),
  'user:restore': byAccountRole('user:restore'),
  'user:erase': byAccountRole('user:erase'),
}
