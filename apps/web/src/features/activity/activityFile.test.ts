import type { Activity } from '@prologue/contracts'
import { expect, test } from 'vitest'
import { activityFiles } from './activityFile.ts'

const event: Activity = {
  id: '01890000-0000-7000-8000-000000000001',
  sequence: 7,
  at: new Date(0),
  actor: { id: '01890000-0000-7000-8000-000000000002', name: '=HYPERLINK("x"), Ada' },
  action: 'update',
  entity: { type: 'templates', id: null },
  changes: { title: { from: 'a', to: 'b' } },
  ip: '127.0.0.1',
  userAgent: '@SUM(1)\nsecond line',
  sessionId: null,
  requestId: 'r',
}

test('a row of a CSV holds what happened, and nothing that a spreadsheet takes for a formula', () => {
  const { begins, written } = activityFiles.csv
  expect(begins()).toBe('number,at,actor,actor_id,action,kind,thing,changes,ip,user_agent,session,request,id\r\n')
  expect(written(event)).toBe(
    `7,1970-01-01T00:00:00.000Z,"'=HYPERLINK(""x""), Ada",${event.actor?.id},update,templates,,` +
      `"{""title"":{""from"":""a"",""to"":""b""}}",127.0.0.1,"'@SUM(1)\nsecond line",,r,${event.id}\r\n`,
  )
})

test('a line of JSON holds the same', () => {
  const { begins, written } = activityFiles.jsonl
  expect(begins()).toBe('')
  expect(JSON.parse(written(event))).toEqual({ ...event, at: '1970-01-01T00:00:00.000Z' })
})
