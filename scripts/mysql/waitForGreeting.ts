import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Whether a MySQL server greets at this port: its first packet names protocol 10. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.setTimeout(2000, () => answer(false))
    socket.once('error', () => answer(false))
    socket.once('close', () => resolve(false))
    socket.once('data', (packet) => answer(packet[4] === 10))
  })
}

/** Resolves to true when the server accepts connections, to false when `giveUp` says so first. */
export async function waitForGreeting(port: number, giveUp: () => boolean): Promise<boolean> {
  while (!giveUp()) {
    if (await greets(port)) return true
    await sleep(50)
  }
  return false
}
