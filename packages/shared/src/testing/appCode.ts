import { generate } from 'otplib'

/** The code an app with this secret shows at an instant, or so many steps of thirty seconds later. */
export function appCode(secret: string, at = new Date(), steps = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(at.getTime() / 1000) + steps * 30 })
}
