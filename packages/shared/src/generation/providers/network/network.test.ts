import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen, modelAt } from '../../../testing/modelServers/askServer.ts'
import { openModelServer, type ModelServer } from '../../../testing/modelServers/openModelServer.ts'
import { usualPatience } from '../patience.ts'
import { makeFetch } from './makeFetch.ts'
import type { Resolve } from './makeLookup.ts'
import { reachOf } from './reachOf.ts'
import { refuseHost } from './refuseHost.ts'

let server: ModelServer
beforeAll(async () => {
  server = await openModelServer()
})
afterAll(() => server.close())

/** A name that leads to each of these addresses in turn, one look-up after the other. */
function leadingTo(...answers: string[][]) {
  const asked: string[] = []
  const resolve: Resolve = (name, _options, callback) => {
    const found = answers[Math.min(asked.push(name), answers.length) - 1] ?? []
    callback(
      null,
      found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  }
  return { asked, resolve }
}

const open = { privateNetworks: true }
const closed = { privateNetworks: false }

const never = [
  '0.0.0.0 0.1.2.3 169.254.169.254 169.254.170.2 100.100.100.200 192.0.0.192 168.63.129.16 224.0.0.1 239.255.255.250 255.255.255.255',
  ':: fe80::1 fe80::1%eth0 ff02::1 fec0::1 fd00:ec2::254 fd20:ce::254 2001:0:1::1',
  '::ffff:169.254.169.254 ::ffff:a9fe:a9fe 64:ff9b::a9fe:a9fe 2002:a9fe:a9fe::1 ::169.254.169.254 ::ffff:0.0.0.0 nonsense',
].flatMap((line) => line.split(' '))
const own =
  '127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 100.64.0.1 198.18.0.1 ::1 fd12::1 ::ffff:127.0.0.1'.split(
    ' ',
  )
const world = '8.8.8.8 172.32.0.1 100.128.0.1 2606:4700::1111 ::ffff:8.8.8.8 64:ff9b::808:808'.split(' ')

describe('an address', () => {
  it.each(never)('%s is never asked', (address) => expect(reachOf(address)).toBe('never'))
  it.each(own)('%s is in a network of one’s own', (address) => expect(reachOf(address)).toBe('private'))
  it.each(world)('%s is in the world', (address) => expect(reachOf(address)).toBe('world'))

  it.each([
    'http://169.254.169.254/v1',
    'http://0xa9fea9fe/v1',
    'http://2852039166/',
    'http://[::ffff:169.254.169.254]/',
    'http://0.0.0.0:1/',
  ])('%s is refused when it is entered, whatever is allowed', (text) => {
    expect(() => refuseHost(new URL(text), open)).toThrow('This address cannot be used')
  })

  it.each([
    'http://127.1/v1',
    'http://localhost:11434/v1',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://192.168.0.1',
    'http://[::1]:80/',
  ])('%s is refused when it is entered unless private networks are allowed', (text) => {
    expect(() => refuseHost(new URL(text), closed)).toThrow('MODEL_PRIVATE_NETWORKS')
    expect(() => refuseHost(new URL(text), open)).not.toThrow()
  })
})

describe('a request to a model server', () => {
  it('on this machine is refused unless that is allowed, by address and by name', async () => {
    server.behave()
    const kind = 'openai-compatible'
    for (const host of ['127.0.0.1', 'localhost', '127.1']) {
      const baseUrl = `http://${host}:${server.port}/v1`
      const { error } = await listen(modelAt({ kind, baseUrl, privateNetworks: false }))
      expect(error).toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('private network') })
    }
    expect(server.requests).toHaveLength(0)
    const { error } = await listen(modelAt({ kind, baseUrl: `http://localhost:${server.port}/v1` }))
    expect(error).toBeNull()
  })

  it.each(never.filter((address) => address !== 'nonsense'))(
    'is refused whose name leads to %s, also beside a good one',
    async (address) => {
      for (const answers of [[address], ['127.0.0.1', address]]) {
        const { resolve } = leadingTo(answers)
        const request = makeFetch(open, usualPatience, resolve)(`http://models.example:${server.port}/v1/chat/completions`)
        await expect(request).rejects.toMatchObject({ cause: { message: expect.stringContaining('cannot be used') } })
      }
    },
  )

  it('goes to the address that was looked at: the name is looked up once', async () => {
    server.behave()
    const { resolve, asked } = leadingTo(['127.0.0.1'], ['169.254.169.254'])
    const response = await makeFetch(open, usualPatience, resolve)(`http://models.example:${server.port}/nothing`)
    expect(response.status).toBe(404)
    await response.text()
    expect(asked).toEqual(['models.example'])
    expect(server.requests).toHaveLength(1)
  })

  it.each([301, 302, 303, 307, 308])('is refused where it is sent elsewhere (%i)', async (status) => {
    server.behave({ failures: [{ status, headers: { location: 'http://169.254.169.254/latest/meta-data' } }] })
    const request = makeFetch(open, usualPatience)(`http://127.0.0.1:${server.port}/v1/chat/completions`)
    await expect(request).rejects.toMatchObject({ code: 'PROVIDER_FAILED', message: expect.stringContaining('sends elsewhere') })
  })
})
