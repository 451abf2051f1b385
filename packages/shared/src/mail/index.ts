export { composeMail } from './composeMail.ts'
export { listMails } from './listMails.ts'
export type { Mail, Mails } from './mails.ts'
