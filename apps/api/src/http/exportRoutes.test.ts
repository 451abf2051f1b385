import { randomUUID } from 'node:crypto'
import { dataExportPath } from '@prologue/contracts'
import { jobKinds } from '@prologue/shared'
import { ctxOf, readArchive } from '@prologue/shared/testing'
import { expect, it } from 'vitest'
import { onEachServer } from '../testing/onEachServer.ts'
import { signUpPerson, type TestPerson } from '../testing/people.ts'

onEachServer('the address of an archive', ({ url, world }) => {
  const fetchAs = ({ cookie }: Pick<TestPerson, 'cookie'>, id: string) =>
    fetch(`${url()}${dataExportPath(id)}`, { headers: { cookie: cookie.value } })

  /** What the process does by itself, in the folder of the server. */
  const makeArchives = (ahead = 0) =>
    jobKinds['data-exports']?.run({
      ...ctxOf(world()),
      actor: { kind: 'system' },
      now: () => new Date(Date.now() + ahead),
    })

  it('gives the file to its person alone, to be kept by no cache and by no page', async () => {
    const ada = await signUpPerson(url())
    const { id } = await ada.api.account.startDataExport.mutate()
    expect((await fetchAs(ada, id)).status).toBe(404)
    await makeArchives()
    const response = await fetchAs(ada, id)
    expect(response.status).toBe(200)
    const { bytes } = (await ada.api.account.dataExport.query()) ?? {}
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': expect.stringMatching(/^attachment; filename="prologue-\d{4}-\d\d-\d\d\.zip"$/),
      'content-length': String(bytes),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    const files = await readArchive(await response.bytes())
    expect(files['account.json']).toContain(ada.account.id)

    const grace = await signUpPerson(url(), 'Grace')
    for (const [person, status] of [
      [grace, 404],
      [{ cookie: { value: '' } }, 401],
    ] as const) {
      const refused = await fetchAs(person, id)
      expect(refused.status).toBe(status)
      expect(await refused.text()).not.toContain(ada.account.id)
    }
    for (const other of [randomUUID(), 'none', '..%2Fsecret.key']) expect((await fetchAs(ada, other)).status).toBe(404)
  })

  it('leads nowhere once its time is over, or the session', async () => {
    const ada = await signUpPerson(url())
    const { id } = await ada.api.account.startDataExport.mutate()
    await makeArchives()
    const kept = { cookie: { ...ada.cookie } }
    expect((await fetchAs(kept, id)).status).toBe(200)
    await world()
      .database.knex('data_exports')
      .where({ id })
      .update({ expiresAt: new Date(Date.now() - 1) })
    expect((await fetchAs(kept, id)).status).toBe(404)
    await ada.api.auth.signOut.mutate()
    expect((await fetchAs(kept, id)).status).toBe(401)
  })
})
