import type { Ctx } from '../context.ts'
import { composeMail, type Mail } from '../mail/index.ts'
import type { User } from '../models/index.ts'

// The sentences of every mail about an account. Tokens stand behind the `#`: browsers send that part to nobody, so they are in
// no log and no referrer.

/** Links begin with the configured address, never with what a request says. */
type Where = { services: Pick<Ctx['services'], 'publicUrl'> }
type To = Pick<User, 'id' | 'email' | 'name' | 'emailVerifiedAt'>

const oneHour = 'The link is good for one hour and for one use.'

/** By the name only where the address is known to be its owner's: else anybody could write to strangers by signing them up. */
const greeting = ({ name, emailVerifiedAt }: To) => (emailVerifiedAt === null ? 'Hello,' : `Hello ${name},`)

export function verifyMail(ctx: Where, to: Pick<To, 'id' | 'email'>, token: string): Mail {
  return composeMail({
    to,
    subject: 'Confirm your address',
    before: [
      'Hello,',
      'an account on Prologue was made with this address. Confirm that the address is yours; you are asked for the password you chose:',
    ],
    link: { label: 'Confirm the address', url: `${ctx.services.publicUrl}/verify#${token}` },
    after: [oneHour, 'Was it not you? Then do nothing: without this link the address is not confirmed.'],
  })
}

/** To somebody who signs up with an address that has an account. */
export function takenMail(ctx: Where, to: To, deleted: boolean): Mail {
  const { publicUrl } = ctx.services
  const shared = { to, subject: 'You have an account already' }
  const tried = 'somebody, perhaps you, tried to sign up to Prologue with this address.'
  if (deleted) {
    const kept = 'The account it had was deleted, and the address is kept for it. Sign up with another one.'
    return composeMail({ ...shared, subject: 'Your account was deleted', before: [greeting(to), tried, kept] })
  }
  return composeMail({
    ...shared,
    before: [greeting(to), tried, 'You have an account with it already. Nothing about it has changed.'],
    link: { label: 'Sign in', url: `${publicUrl}/login` },
    after: [`If you forgot your password, ask for a new one: ${publicUrl}/forgot`],
  })
}

export function resetMail(ctx: Where, to: To, token: string): Mail {
  return composeMail({
    to,
    subject: 'Choose a new password',
    before: [greeting(to), 'somebody, hopefully you, asked for a new password for your account on Prologue.'],
    link: { label: 'Choose a new password', url: `${ctx.services.publicUrl}/reset#${token}` },
    after: [oneHour, 'Was it not you? Then do nothing: your password stays as it is.'],
  })
}

/** To the new address, before it is one. */
export function changeEmailMail(ctx: Where, to: Pick<To, 'id' | 'email'>, token: string): Mail {
  return composeMail({
    to,
    subject: 'Confirm your new address',
    before: [
      'Hello,',
      'somebody, hopefully you, asked to use this address for their account on Prologue. Confirm that it is yours:',
    ],
    link: { label: 'Confirm the new address', url: `${ctx.services.publicUrl}/verify?for=change#${token}` },
    after: [oneHour, 'Was it not you? Then do nothing: the address is not used.'],
  })
}

/** To the address of now, when another one is asked for. */
export function emailChangeAskedMail(ctx: Where, to: To): Mail {
  return composeMail({
    to,
    subject: 'Somebody asks to change your address',
    before: [
      greeting(to),
      'somebody, hopefully you, asked for another address for your account on Prologue. It changes when the link is opened that was sent there.',
    ],
    link: { label: 'Was it not you? Choose a new password', url: `${ctx.services.publicUrl}/forgot` },
    after: ['A new password stops the change and ends every session.'],
  })
}

/** To the address of before, once there is another. */
export function emailChangedMail(to: To): Mail {
  return composeMail({
    to,
    subject: 'Your address was changed',
    before: [
      greeting(to),
      'your account on Prologue has another address now. Mails go there, and this address does not sign in any more.',
      'Was it not you? Then tell an administrator of this Prologue at once.',
    ],
  })
}

export function passwordChangedMail(ctx: Where, to: To): Mail {
  return composeMail({
    to,
    subject: 'Your password was changed',
    before: [
      greeting(to),
      'the password of your account on Prologue was changed. Everywhere else you were signed in, you are signed out.',
    ],
    link: { label: 'Was it not you? Choose a new password', url: `${ctx.services.publicUrl}/forgot` },
  })
}

/** When wrong tries begin to lock the account for a while. `passwordKnown`: whoever made the last one has the password. */
export function lockedMail(ctx: Where, to: To, passwordKnown: boolean): Mail {
  const advice = passwordKnown
    ? 'Then somebody knows your password: choose a new one now.'
    : 'Choose a long password that you use nowhere else.'
  return composeMail({
    to,
    subject: 'Somebody tries to sign in to your account',
    before: [
      greeting(to),
      'there were several tries to sign in to your account on Prologue that went wrong. After each further one nobody can sign in for a while: half a minute at first, a quarter of an hour at most.',
      'If you forgot your password, choose a new one. That also lets you in at once:',
    ],
    link: { label: 'Choose a new password', url: `${ctx.services.publicUrl}/forgot` },
    after: [`Was it not you? ${advice}`],
  })
}
