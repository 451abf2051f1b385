import { createSignal } from 'solid-js'
import { TextField } from '../../ui/Field.tsx'
import styles from './ModelSettingsPart.module.css'
import { readSetting, type Setting } from './readSetting.ts'
import type { Unfinished } from './unfinished.ts'

type Settings = Unfinished['settings']

/** What a model is asked with beside the text: part of each version, and of files it is exported to. */
export function ModelSettingsPart(props: { settings: Settings; onChange: (settings: Settings) => void }) {
  const field = (setting: Setting, label: string, hint: string, inputmode: 'text' | 'decimal' | 'numeric') => (
    <SettingField
      label={label}
      hint={hint}
      inputmode={inputmode}
      setting={setting}
      value={props.settings[setting]?.toString() ?? ''}
      onValue={(value) => {
        const { [setting]: _, ...others } = props.settings
        props.onChange(value === undefined ? others : { ...others, [setting]: value })
      }}
    />
  )
  return (
    <fieldset class={styles.part}>
      <legend class={styles.title}>Model settings</legend>
      <p class={styles.note}>What this version is meant to be run with. Leave out what is to be as usual.</p>
      {field('model', 'Model', 'By its name at the provider, such as gpt-5-mini', 'text')}
      <div class={styles.pair}>
        {field('temperature', 'Temperature', 'From 0 to 2', 'decimal')}
        {field('maxTokens', 'Most tokens', 'Of one answer', 'numeric')}
      </div>
    </fieldset>
  )
}

/** What is wrong stays in the field with its reason, and the version keeps what it had. */
function SettingField(props: {
  label: string
  hint: string
  inputmode: 'text' | 'decimal' | 'numeric'
  setting: Setting
  value: string
  onValue: (value: string | number | undefined) => void
}) {
  const [wrong, setWrong] = createSignal<{ typed: string; fault: string } | null>(null)
  const take = (typed: string) => {
    const read = readSetting(props.setting, typed)
    if ('fault' in read) setWrong({ typed, fault: read.fault })
    else {
      setWrong(null)
      props.onValue(read.value)
    }
  }
  return (
    <TextField
      label={props.label}
      hint={props.hint}
      autocomplete="off"
      inputmode={props.inputmode}
      value={wrong()?.typed ?? props.value}
      error={wrong()?.fault}
      onChange={(event) => take(event.currentTarget.value)}
    />
  )
}
