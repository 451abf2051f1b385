import { isRecord } from '../json/isRecord.ts'
import { settingFields } from '../json/settings.ts'
import type { PortableVersion } from '../types.ts'
import { settingsIn, withSettings, type Names } from '../yamlFiles/settingsIn.ts'

type Settings = PortableVersion['settings']

/** Older files have their settings in "parameters", newer ones in "options". */
const parameterNames: Names = { temperature: ['temperature'], maxTokens: ['max_tokens', 'max_completion_tokens', 'maxTokens'] }
const optionNames: Names = { temperature: ['temperature'], maxTokens: ['maxOutputTokens', 'max_tokens', 'maxTokens'] }

/** The settings of a model. Its block `configuration` opens a connection and is dropped, but for what it calls the model. */
export function readModel(model: unknown): { settings: Settings; kept: Record<string, unknown>; dropped: string[] } {
  if (!isRecord(model)) return { settings: settingsIn(model, null, optionNames).settings, kept: {}, dropped: [] }
  const { id, configuration, parameters, options, ...others } = model
  const { model: own, azure_deployment: deployment, name } = isRecord(configuration) ? configuration : {}
  const called = [id, own, deployment, name].find(isName)
  const isOld = isRecord(parameters)
  const { settings, rest } = settingsIn(called, isOld ? parameters : options, isOld ? parameterNames : optionNames)
  const isKept = isOld || Object.keys(rest).length > 0
  return {
    settings,
    kept: {
      ...(id !== undefined && id !== called && { id }),
      ...others,
      ...(isKept && { [isOld ? 'parameters' : 'options']: rest }),
      ...(isOld && options !== undefined && { options }),
    },
    dropped: configuration === undefined ? [] : ['configuration'],
  }
}

/** Not one that stands in the environment of whoever runs it. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && !value.includes('${') && settingFields.model.safeParse(value).success
}

/** The model with its settings; undefined where nothing is known of it. */
export function writeModel(settings: Settings, kept: unknown): Record<string, unknown> | undefined {
  const { parameters, options, id, ...others } = isRecord(kept) ? kept : {}
  const isOld = isRecord(parameters)
  const model = {
    id: settings.model ?? id,
    ...others,
    parameters: isOld ? withSettings(parameters, settings, parameterNames) : undefined,
    options: isOld ? options : withSettings(options, settings, optionNames),
  }
  return Object.values(model).some((value) => value !== undefined) ? model : undefined
}
