import Monitor from 'lucide-solid/icons/monitor'
import Moon from 'lucide-solid/icons/moon'
import Sun from 'lucide-solid/icons/sun'
import { Match, Switch } from 'solid-js'
import { Menu, MenuChoices } from './Menu.tsx'
import { chooseTheme, theme, type Theme } from './theme.ts'

export const themeChoices: readonly { value: Theme; label: string }[] = [
  { value: 'system', label: 'As the device' },
  { value: 'light', label: 'Paper (light)' },
  { value: 'dark', label: 'Ink (dark)' },
]

export function ThemeMenu() {
  return (
    <Menu
      label="Theme"
      trigger={
        <Switch fallback={<Monitor />}>
          <Match when={theme() === 'light'}>
            <Sun />
          </Match>
          <Match when={theme() === 'dark'}>
            <Moon />
          </Match>
        </Switch>
      }
    >
      <MenuChoices legend="Theme" value={theme()} choices={themeChoices} onChoose={chooseTheme} />
    </Menu>
  )
}
