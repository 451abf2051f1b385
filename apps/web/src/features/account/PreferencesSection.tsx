import type { OwnAccount, Preferences } from '@prologue/contracts'
import { For } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { createPreferenceChange } from '../../identity/preferences.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Choices } from '../../ui/Choices.tsx'
import { SelectField } from '../../ui/Field.tsx'
import { Section } from '../../ui/Section.tsx'
import { themeChoices } from '../../ui/ThemeMenu.tsx'
import { chooseTheme, theme } from '../../ui/theme.ts'
import { useToasts } from '../../ui/Toasts.tsx'
import { languageChoices } from '../../ui/languages.ts'
import styles from './PreferencesSection.module.css'

/** Each is kept as soon as it is chosen. */
export function PreferencesSection(props: { account: OwnAccount | undefined }) {
  const say = useToasts()
  const change = createPreferenceChange()
  const language = () => props.account?.preferences.language ?? ''
  const set = (next: (before: Preferences) => Preferences) =>
    void change(next).catch((error: unknown) => say(`This could not be kept. ${describeFailure(error)}`, { tone: 'bad' }))
  const setLanguage = (tag: string) =>
    set((before) => {
      const next = { ...before, language: tag }
      if (!tag) delete (next as Preferences).language
      return next
    })
  return (
    <Section title="Preferences" lead="Kept as soon as you choose, and the same in every browser you sign in with.">
      <div class={styles.preferences}>
        <Choices legend="Theme" value={theme()} choices={themeChoices} onChoose={chooseTheme} />
        <SelectField
          label="Language of prompts"
          hint="Filled in for you when you describe an assistant; each one can have its own."
          value={language()}
          disabled={!props.account}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        >
          <option value="">As I write</option>
          <For each={languageChoices(language())}>{(choice) => <option value={choice.tag}>{choice.name}</option>}</For>
        </SelectField>
        <Checkbox
          label="Mail me what concerns me"
          hint="What concerns the safety of your account is mailed always."
          checked={props.account?.preferences.notifications?.mail ?? true}
          disabled={!props.account}
          onChange={(mail) => set((before) => ({ ...before, notifications: { mail } }))}
        />
      </div>
    </Section>
  )
}
