import { openModelServer, type ModelServer } from '@prologue/shared/testing/modelServers'
import { test as administered } from './administered.ts'
import { startServer, type BuiltServer } from './server.ts'

/** Tests whose server reaches a server of models on this machine, which an administrator can set up. */
export const test = administered.extend<object, { server: BuiltServer; models: ModelServer }>({
  models: [
    async ({}, use) => {
      const models = await openModelServer()
      await use(models)
      await models.close()
    },
    { scope: 'worker' },
  ],
  server: [
    async ({}, use) => {
      const server = await startServer({ MODEL_PRIVATE_NETWORKS: 'yes' })
      await use(server)
      await server.remove()
    },
    { scope: 'worker' },
  ],
})

export { expect } from './server.ts'
