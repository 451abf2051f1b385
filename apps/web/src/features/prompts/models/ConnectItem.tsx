import { useNavigate } from '@solidjs/router'
import Plug from 'lucide-solid/icons/plug'
import { Show } from 'solid-js'
import { MenuItem, MenuText } from '../../../ui/Menu.tsx'
import { providersPath } from './providersPath.ts'

/** What a menu says where no model is connected. */
export function ConnectItem(props: { mayConnect: boolean }) {
  const navigate = useNavigate()
  return (
    <>
      <MenuText>
        {props.mayConnect
          ? 'No model is connected yet.'
          : 'No model is connected. An administrator of this server can connect one.'}
      </MenuText>
      <Show when={props.mayConnect}>
        <MenuItem onSelect={() => navigate(providersPath)}>
          <Plug />
          Connect a model
        </MenuItem>
      </Show>
    </>
  )
}
