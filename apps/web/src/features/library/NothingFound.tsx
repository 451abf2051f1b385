import { Match, Show, Switch } from 'solid-js'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { isNarrowed, onlyScope } from './choice.ts'
import type { Choosing } from './createLibraryChoice.ts'

/** Where no template stands: what would, and the way to some. */
export function NothingFound(props: { choosing: Choosing }) {
  const choice = () => props.choosing.choice()
  const filtered = () => isNarrowed({ ...choice(), text: '' })
  return (
    <Show when={isNarrowed(choice())} fallback={<EmptyList choosing={props.choosing} />}>
      <Notice
        title={
          choice().text
            ? `Nothing found for “${choice().text}”${filtered() ? ' with these filters' : ''}`
            : 'No template has all of this'
        }
        action={
          <>
            <Show when={filtered() && choice().text}>
              <LinkButton href={props.choosing.path({ ...onlyScope(choice()), text: choice().text })}>
                Clear the filters
              </LinkButton>
            </Show>
            <LinkButton href={props.choosing.path(onlyScope(choice()))}>
              {choice().text ? (filtered() ? 'Clear everything' : 'Clear the search') : 'Clear the filters'}
            </LinkButton>
            <Show when={choice().scope !== 'public'}>
              <LinkButton href={props.choosing.path({ scope: 'public' })}>Look in the whole library</LinkButton>
            </Show>
          </>
        }
      >
        <p>
          {filtered()
            ? 'Take one of the filters back to find more.'
            : 'Every word has to be in its title, description or tags. Try fewer words, or only how one begins.'}
        </p>
      </Notice>
    </Show>
  )
}

function EmptyList(props: { choosing: Choosing }) {
  const scope = () => props.choosing.choice().scope
  return (
    <Switch>
      <Match when={scope() === 'public'}>
        <Notice title="The library is empty" action={<Begin />}>
          <p>Templates that are published for everybody stand here. Write the first one, or bring some along from a file.</p>
        </Notice>
      </Match>
      <Match when={scope() === 'mine'}>
        <Notice title="You have no template yet" action={<Begin />}>
          <p>
            Begin one, import what you have elsewhere, or open a template of the library and press Fork: the copy is yours to
            change.
          </p>
        </Notice>
      </Match>
      <Match when={scope() === 'favourites'}>
        <Notice title="No favourites yet" action={<Browse />}>
          <p>What you use often stands here: press the heart on the page of a template.</p>
        </Notice>
      </Match>
      <Match when={scope() === 'deleted'}>
        <Notice title="Nothing is deleted" action={<Browse />}>
          <p>Templates you delete wait here for a while, and can be brought back.</p>
        </Notice>
      </Match>
    </Switch>
  )
}

function Begin() {
  return (
    <>
      <LinkButton href="/templates/new" variant="primary">
        New template
      </LinkButton>
      <LinkButton href="/templates/import">Import</LinkButton>
    </>
  )
}

const Browse = () => <LinkButton href="/templates">Browse the library</LinkButton>
