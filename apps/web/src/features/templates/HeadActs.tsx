import ChevronDown from 'lucide-solid/icons/chevron-down'
import GitFork from 'lucide-solid/icons/git-fork'
import Heart from 'lucide-solid/icons/heart'
import Pencil from 'lucide-solid/icons/pencil'
import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Menu, MenuChoices, MenuText } from '../../ui/Menu.tsx'
import { visibilityHints, visibilityWords } from '../../ui/templateWords.ts'
import type { TemplateActs } from './createTemplateActs.ts'
import styles from './HeadActs.module.css'
import type { TemplateView } from '../../templateView.ts'
import { TemplateMenu } from './TemplateMenu.tsx'

/** What can be done with a template as a whole: its owner writes on it and says who finds it, everybody else makes it theirs. */
export function HeadActs(props: {
  template: TemplateView
  acts: TemplateActs
  /** The version that is looked at; 0: none. */
  number: number
  /** Where to sign in for what needs an account; null for who has one. */
  signIn: string | null
  onDeleted: () => void
  onHidden: () => void
}) {
  const navigate = useNavigate()
  const forking = createAct()
  const may = (ability: TemplateView['abilities'][number]) => props.template.abilities.includes(ability)
  const isPublished = () => props.template.latestNumber > 0
  const forkThis = () => props.acts.fork({ ...props.template }, props.number)
  const fork = () => {
    if (props.signIn === null) void forking.run(forkThis)
    else navigate(props.signIn)
  }
  const setFavourite = () => {
    if (props.signIn === null) void props.acts.setFavourite({ ...props.template }, !props.template.isFavourite)
    else navigate(props.signIn)
  }
  const visibilities = () =>
    (
      [
        'private',
        'unlisted',
        ...(props.template.visibility === 'organization' ? (['organization'] as const) : []),
        'public',
      ] as const
    ).map((value) => ({ value, label: `${visibilityWords[value]}: ${visibilityHints[value]}` }))

  return (
    <>
      <Show when={may('template:update')}>
        <LinkButton href={`/templates/${props.template.slug}/edit`}>
          <Pencil />
          Edit
          <Show when={props.template.hasDraft}>
            <span class={styles.dot} title="There is something that is not published yet">
              <span class="visually-hidden">, not all of it is published yet</span>
            </span>
          </Show>
        </LinkButton>
        <Menu
          label={`Who finds it: ${visibilityWords[props.template.visibility]}`}
          variant="quiet"
          size="normal"
          trigger={
            <>
              {visibilityWords[props.template.visibility]}
              <ChevronDown />
            </>
          }
        >
          <Show when={isPublished()} fallback={<MenuText>Only you find it until its first version is published.</MenuText>}>
            <MenuChoices
              legend="Who finds it"
              value={props.template.visibility}
              choices={visibilities()}
              onChoose={(value) => {
                if (value !== props.template.visibility)
                  void props.acts.setVisibility({ ...props.template }, value, props.template.visibility)
              }}
            />
          </Show>
        </Menu>
      </Show>
      <Show when={isPublished() && !may('template:update')}>
        <Button busy={forking.busy()} onClick={fork}>
          <GitFork />
          Fork
        </Button>
      </Show>
      <Show when={isPublished()}>
        <Button
          variant="plain"
          size="icon"
          class={styles.favourite}
          aria-label="Favourite"
          aria-pressed={props.template.isFavourite}
          title={props.template.isFavourite ? 'Among your favourites' : 'Add to your favourites'}
          onClick={setFavourite}
        >
          <Heart />
        </Button>
      </Show>
      <TemplateMenu
        template={props.template}
        number={props.number}
        acts={props.acts}
        signIn={props.signIn}
        onFork={isPublished() && may('template:update') ? fork : undefined}
        onDeleted={() => props.onDeleted()}
        onHidden={() => props.onHidden()}
      />
    </>
  )
}
