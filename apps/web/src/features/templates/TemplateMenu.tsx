import { useNavigate } from '@solidjs/router'
import Ellipsis from 'lucide-solid/icons/ellipsis'
import EyeOff from 'lucide-solid/icons/eye-off'
import Flag from 'lucide-solid/icons/flag'
import GitFork from 'lucide-solid/icons/git-fork'
import ActivityIcon from 'lucide-solid/icons/activity'
import Trash from 'lucide-solid/icons/trash'
import UserRoundPlus from 'lucide-solid/icons/user-round-plus'
import { createSignal, lazy, Show, Suspense } from 'solid-js'
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx'
import type { TemplateActs } from './createTemplateActs.ts'
import type { TemplateView } from '../../templateView.ts'

const OfferDialog = lazy(() => import('./OfferDialog.tsx'))
const ReportDialog = lazy(() => import('./ReportDialog.tsx'))

/** What is done seldom with a template. */
export function TemplateMenu(props: {
  template: TemplateView
  /** The version that is looked at; 0: none. */
  number: number
  acts: TemplateActs
  signIn: string | null
  /** Undefined where there is a button for it. */
  onFork: (() => void) | undefined
  onDeleted: () => void
  /** Made private by who finds it no more then. */
  onHidden: () => void
}) {
  const navigate = useNavigate()
  const [open, setOpen] = createSignal<'offer' | 'report'>()
  const may = (ability: TemplateView['abilities'][number]) => props.template.abilities.includes(ability)
  const mayOffer = () => may('template:hand-over') && props.template.latestNumber > 0
  // Who is signed out is asked to sign in first; who may not report it afterwards is its owner.
  const mayReport = () => may('template:report') || props.signIn !== null
  const mayHide = () => may('template:hide') && !may('template:update') && props.template.visibility !== 'private'
  const mayMore = () => props.onFork !== undefined || mayOffer() || mayReport() || mayHide() || may('template:read-activity')
  const isEmpty = () => !mayMore() && !may('template:delete')
  const remove = async () => {
    if (await props.acts.remove({ ...props.template })) props.onDeleted()
  }
  const hide = async () => {
    if (await props.acts.hide({ ...props.template })) props.onHidden()
  }
  const close = () => setOpen(undefined)

  return (
    <Show when={!isEmpty()}>
      <Menu label={`Menu of ${props.template.title}`} trigger={<Ellipsis />}>
        <Show when={props.onFork}>
          {(fork) => (
            <MenuItem onSelect={() => fork()()}>
              <GitFork />
              Fork
            </MenuItem>
          )}
        </Show>
        <Show when={mayOffer()}>
          <MenuItem onSelect={() => setOpen('offer')}>
            <UserRoundPlus />
            Offer to somebody
          </MenuItem>
        </Show>
        <Show when={may('template:read-activity')}>
          <MenuItem onSelect={() => navigate(`/templates/${props.template.slug}/activity`)}>
            <ActivityIcon />
            Activity
          </MenuItem>
        </Show>
        <Show when={mayReport()}>
          <MenuItem onSelect={() => (props.signIn === null ? setOpen('report') : navigate(props.signIn))}>
            <Flag />
            Report
          </MenuItem>
        </Show>
        <Show when={mayHide()}>
          <MenuItem
            onSelect={() => void hide()}
            really={
              <>
                <EyeOff />
                Really make private
              </>
            }
          >
            <EyeOff />
            Make private
          </MenuItem>
        </Show>
        <Show when={may('template:delete')}>
          <Show when={mayMore()}>
            <MenuLine />
          </Show>
          <MenuItem onSelect={() => void remove()}>
            <Trash />
            Delete
          </MenuItem>
        </Show>
      </Menu>
      <Suspense>
        <Show when={open() === 'offer'}>
          <OfferDialog template={props.template} onDone={() => void props.acts.readAgain()} onClose={close} />
        </Show>
        <Show when={open() === 'report'}>
          <ReportDialog template={props.template} number={props.number} onClose={close} />
        </Show>
      </Suspense>
    </Show>
  )
}
