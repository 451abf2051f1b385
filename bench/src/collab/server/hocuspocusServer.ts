// Hocuspocus as people run it: states are stored when a draft has been quiet for a while. With `every` each update is stored too,
// durably, as the draft server does. Both on SQLite through Node's own driver, which has the least to add.
import { DatabaseSync } from 'node:sqlite'
import { Server } from '@hocuspocus/server'
import * as Y from 'yjs'
import { prepareNothing, serve } from './serve.ts'

const [file = '', how] = process.argv.slice(2)
const database = new DatabaseSync(file)
database.exec('pragma journal_mode = wal')
database.exec('pragma synchronous = full')
database.exec('create table states (name text primary key, content blob) strict')
database.exec('create table updates (id integer primary key, name text, content blob) strict')
const writeState = database.prepare('insert or replace into states (name, content) values (?, ?)')
const writeUpdate = database.prepare('insert into updates (name, content) values (?, ?)')
const readState = database.prepare('select content from states where name = ?')

const hocuspocus = new Server({
  quiet: true,
  stopOnSignals: false,
  async onLoadDocument({ documentName, document }) {
    const content = readState.get(documentName)?.['content']
    if (content instanceof Uint8Array) Y.applyUpdate(document, content)
  },
  async onStoreDocument({ documentName, document }) {
    writeState.run(documentName, Y.encodeStateAsUpdate(document))
  },
  ...(how === 'every' && {
    async onChange({ documentName, update }: { documentName: string; update: Uint8Array }) {
      writeUpdate.run(documentName, update)
    },
  }),
})

serve(hocuspocus.httpServer, { prepare: prepareNothing, takeCommits: () => [] })
