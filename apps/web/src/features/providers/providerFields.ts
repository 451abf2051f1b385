import type { Provider, ProviderKind, SaveProvider } from '@prologue/contracts'
import { kinds, programs } from './kinds.ts'

/** What stands in the form of a provider. */
export type ProviderFields = {
  kind: ProviderKind
  name: string
  baseUrl: string
  /** What becomes of the key that is kept. */
  keyWay: 'keep' | 'set' | 'remove'
  key: string
  /** One a line. */
  models: string
  enabled: boolean
  fallback: boolean
}

export const newFields: ProviderFields = {
  kind: 'openai',
  name: kinds.openai.name,
  baseUrl: '',
  keyWay: 'set',
  key: '',
  models: '',
  enabled: true,
  fallback: true,
}

export function fieldsOf(provider: Provider): ProviderFields {
  return {
    kind: provider.kind,
    name: provider.name,
    baseUrl: provider.baseUrl ?? '',
    keyWay: provider.hasKey ? 'keep' : 'set',
    key: '',
    models: provider.models.join('\n'),
    enabled: provider.enabled,
    fallback: provider.fallback,
  }
}

/** Another kind brings its usual name and address along, in place of those of the kind before; what was typed stays. */
export function withKind(fields: ProviderFields, kind: ProviderKind): ProviderFields {
  const isUsualName = fields.name === kinds[fields.kind].name || programs.some(({ name }) => name === fields.name)
  const isUsualAddress = programs.some(({ baseUrl }) => baseUrl === fields.baseUrl)
  return {
    ...fields,
    kind,
    name: isUsualName ? kinds[kind].name : fields.name,
    baseUrl: isUsualAddress ? '' : fields.baseUrl,
  }
}

/** Where the program listens by itself; a name that was typed stays. */
export function withProgram(fields: ProviderFields, program: { name: string; baseUrl: string }): ProviderFields {
  const isUsualName = fields.name === '' || programs.some(({ name }) => name === fields.name)
  return { ...fields, name: isUsualName ? program.name : fields.name, baseUrl: program.baseUrl }
}

export const programOf = (fields: ProviderFields) => programs.find(({ baseUrl }) => baseUrl === fields.baseUrl)

/** As the server is told: names of models once each, no key where the kept one stays, an empty one where it is taken away. */
export function inputOf(fields: ProviderFields, id: string | undefined): SaveProvider {
  const models = fields.models
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const key = fields.keyWay === 'remove' ? '' : fields.key.trim()
  return {
    ...(id && { id }),
    name: fields.name,
    kind: fields.kind,
    baseUrl: fields.baseUrl.trim() || null,
    ...((fields.keyWay === 'remove' || (fields.keyWay === 'set' && key !== '')) && { key }),
    models: [...new Set(models)],
    enabled: fields.enabled,
    fallback: fields.fallback,
  }
}
