import { modelSettingsSchema, type ModelSettings } from '@prologue/contracts'

export type Setting = keyof ModelSettings

const rules: Readonly<Record<Setting, string>> = {
  model: 'A name of a model has at most 100 characters.',
  temperature: 'The temperature is a number from 0 to 2.',
  maxTokens: 'The most tokens are a whole number from 1 on.',
}

/** What was typed into the field of a setting: its value, undefined where nothing is said of it, or what is wrong with it. */
export function readSetting(setting: Setting, typed: string): { value: string | number | undefined } | { fault: string } {
  const words = typed.trim()
  if (words === '') return { value: undefined }
  const value = setting === 'model' ? words : Number(words.replace(',', '.'))
  const isSound = modelSettingsSchema.safeParse({ [setting]: value }).success
  return isSound ? { value } : { fault: rules[setting] }
}
