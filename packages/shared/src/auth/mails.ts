import type { Ctx } from '../context.ts'
import { composeMail, type Mail } from '../mail/index.ts'
import type { User } from '../models/index.ts'

// The sentences of every mail about an account. Tokens stand behind the `#`: browsers send that part to nobody, so they are in
// no log and no referrer.

/** Links begin with the configured address, never with what a request says. */
type Where = { services: Pick<Ctx['services'], 'publicUrl'> }
type To = Pick<User, 'email' | 'name'>

const oneHour = 'The link is good for one hour and for one use.'

export function verifyMail(ctx: Where, { email, name }: To, token: string): Mail {
  return composeMail({
    to: email,
    subject: 'Confirm your address',
    before: [`Hello ${name},`, 'an account on Prologue was made with this address. Confirm that the address is yours:'],
    link: { label: 'Confirm the address', url: `${ctx.services.publicUrl}/verify#${token}` },
    after: [oneHour, 'Was it not you? Then do nothing: without this link the address is not confirmed.'],
  })
}

/** To somebody who signs up with an address that has an account. */
export function takenMail(ctx: Where, { email, name }: To, deleted: boolean): Mail {
  const { publicUrl } = ctx.services
  const shared = { to: email, subject: 'You have an account already' }
  const tried = 'somebody, perhaps you, tried to sign up to Prologue with this address.'
  if (deleted) {
    const kept = 'The account it had was deleted, and the address is kept for it. Sign up with another one.'
    return composeMail({ ...shared, subject: 'Your account was deleted', before: [`Hello ${name},`, tried, kept] })
  }
  return composeMail({
    ...shared,
    before: [`Hello ${name},`, tried, 'You have an account with it already. Nothing about it has changed.'],
    link: { label: 'Sign in', url: `${publicUrl}/login` },
    after: [`If you forgot your password, ask for a new one: ${publicUrl}/forgot`],
  })
}

export function resetMail(ctx: Where, { email, name }: To, token: string): Mail {
  return composeMail({
    to: email,
    subject: 'Choose a new password',
    before: [`Hello ${name},`, 'somebody, hopefully you, asked for a new password for your account on Prologue.'],
    link: { label: 'Choose a new password', url: `${ctx.services.publicUrl}/reset#${token}` },
    after: [oneHour, 'Was it not you? Then do nothing: your password stays as it is.'],
  })
}

/** To the new address, before it is one. */
export function changeEmailMail(ctx: Where, { name }: To, email: string, token: string): Mail {
  return composeMail({
    to: email,
    subject: 'Confirm your new address',
    before: [`Hello ${name},`, 'you asked to use this address for your account on Prologue. Confirm that it is yours:'],
    link: { label: 'Confirm the new address', url: `${ctx.services.publicUrl}/verify?for=change#${token}` },
    after: [oneHour, 'Was it not you? Then do nothing: the address is not used.'],
  })
}

/** To the address of before, once there is another. */
export function emailChangedMail({ email, name }: To): Mail {
  return composeMail({
    to: email,
    subject: 'Your address was changed',
    before: [
      `Hello ${name},`,
      'your account on Prologue has another address now. Mails go there, and this address does not sign in any more.',
      'Was it not you? Then tell an administrator of this Prologue at once.',
    ],
  })
}

export function passwordChangedMail(ctx: Where, { email, name }: To): Mail {
  return composeMail({
    to: email,
    subject: 'Your password was changed',
    before: [
      `Hello ${name},`,
      'the password of your account on Prologue was changed. Everywhere else you were signed in, you are signed out.',
    ],
    link: { label: 'Was it not you? Choose a new password', url: `${ctx.services.publicUrl}/forgot` },
  })
}

/** When wrong tries begin to lock the account for a while. `passwordKnown`: whoever made the last one has the password. */
export function lockedMail(ctx: Where, { email, name }: To, passwordKnown: boolean): Mail {
  const advice = passwordKnown
    ? 'Then somebody knows your password: choose a new one now.'
    : 'Choose a long password that you use nowhere else.'
  return composeMail({
    to: email,
    subject: 'Somebody tries to sign in to your account',
    before: [
      `Hello ${name},`,
      'there were several tries to sign in to your account on Prologue that went wrong. After each further one nobody can sign in for a while: half a minute at first, a quarter of an hour at most.',
      'If you forgot your password, choose a new one. That also lets you in at once:',
    ],
    link: { label: 'Choose a new password', url: `${ctx.services.publicUrl}/forgot` },
    after: [`Was it not you? ${advice}`],
  })
}
