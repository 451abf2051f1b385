import type { Services } from '@prologue/shared'

/** What a command gives operations beside the database: nothing. It has no rooms and no mails, and loads no more than it needs. */
export const servicesOfCommand: Services = {
  get publicUrl() {
    return none('address')
  },
  get setup() {
    return none('setup')
  },
  get drafts() {
    return none('drafts')
  },
  get generations() {
    return none('answers')
  },
  get models() {
    return none('models')
  },
  get rooms() {
    return none('rooms')
  },
  get access() {
    return none('open sockets')
  },
  get rates() {
    return none('rates')
  },
  get secrets() {
    return none('secrets')
  },
  get mail() {
    return none('mails')
  },
  get jobKinds() {
    return none('jobs')
  },
}

function none(what: string): never {
  throw new Error(`A command has no ${what}.`)
}
