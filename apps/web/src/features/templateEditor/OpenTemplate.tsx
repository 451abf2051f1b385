import { useNavigate } from '@solidjs/router'
import { skipToken, useQuery } from '@tanstack/solid-query'
import { createMemo, lazy, Match, Show, Suspense, Switch, type Accessor, type JSX } from 'solid-js'
import { api } from '../../api.ts'
import { failedWith } from '../../failure.ts'
import { templateKeys } from '../../templateKeys.ts'
import type { TemplateView } from '../../templateView.ts'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { createFailure } from '../../ui/createFailure.ts'
import { createTitle } from '../../ui/createTitle.ts'
import { Failure } from '../../ui/Failure.tsx'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { openDraft } from './openDraft.ts'
import { TextWaiting } from './TextWaiting.tsx'

const TemplateEditor = lazy(() => import('./TemplateEditor.tsx'))

type Props = {
  slug: string
  /** Undefined while it is not known who is here. */
  personId: string | undefined
  /** What stands in the bar about the size of the text, for who writes on it. */
  size: (text: Accessor<string>, personId: string) => JSX.Element
  onPublished: (published: { number: number; slug: string }) => void
}

/** A template by its address, to be written on by who may. */
export function OpenTemplate(props: Props) {
  const template = useQuery(() => {
    const { slug, personId } = props
    return {
      queryKey: templateKeys.bySlug(slug),
      queryFn: personId === undefined ? skipToken : () => api.templates.get.query({ slug }),
    }
  })
  const failure = createFailure(template)
  const known = () => (template.isPending ? undefined : template.data)
  createTitle(() => known()?.title ?? 'Template')
  const id = createMemo(() => known()?.id)
  return (
    <Switch fallback={<TextWaiting />}>
      <Match when={id()} keyed>
        <Show when={known()}>
          {(view) => (
            <Show when={view().abilities.includes('template:update')} fallback={<NotYours template={view()} />}>
              <Draft {...props} template={view()} />
            </Show>
          )}
        </Show>
      </Match>
      <Match when={failedWith(failure(), 'NOT_FOUND')}>
        <Notice
          heading="h1"
          title="There is no such template"
          action={
            <>
              <LinkButton href="/templates?scope=mine">Your templates</LinkButton>
              <LinkButton href="/templates?scope=deleted" variant="plain">
                Deleted ones
              </LinkButton>
            </>
          }
        >
          <p>It may have been deleted or made private, or the address was cut short. Your own can be brought back for a while.</p>
        </Notice>
      </Match>
      <Match when={failure()}>
        {(error) => (
          <Failure heading="h1" title="The template could not be read" error={error()} onRetry={() => void template.refetch()} />
        )}
      </Match>
    </Switch>
  )
}

function Draft(props: Props & { template: TemplateView }) {
  const opened = useQuery(() => {
    const { template, personId } = props
    const { id } = template
    return {
      queryKey: ['template-draft', id, personId],
      queryFn: personId === undefined ? skipToken : () => openDraft(template, { templateId: id, personId }),
      // What it is opened with is read once; from then on the editor knows best.
      staleTime: Infinity,
      gcTime: 0,
    }
  })
  const failure = createFailure(opened)
  return (
    <Switch fallback={<TextWaiting />}>
      <Match when={opened.isPending ? undefined : opened.data}>
        {(draft) => (
          <Suspense fallback={<TextWaiting />}>
            <Show when={props.personId}>
              {(personId) => (
                <TemplateEditor
                  template={props.template}
                  opened={draft()}
                  personId={personId()}
                  size={(text) => props.size(text, personId())}
                  onPublished={(published) => props.onPublished(published)}
                />
              )}
            </Show>
          </Suspense>
        )}
      </Match>
      <Match when={failure()}>
        {(error) => (
          <Failure heading="h1" title="The draft could not be read" error={error()} onRetry={() => void opened.refetch()} />
        )}
      </Match>
    </Switch>
  )
}

/** Who may only read gets a way to what they can do. */
function NotYours(props: { template: TemplateView }) {
  const navigate = useNavigate()
  const act = createAct()
  const fork = async () => {
    const { slug } = await api.templates.fork.mutate({ id: props.template.id })
    navigate(`/templates/${slug}/edit`)
  }
  return (
    <Notice
      heading="h1"
      title={`“${props.template.title}” is somebody else’s`}
      action={
        <>
          <Button variant="primary" busy={act.busy()} onClick={() => void act.run(fork)}>
            Make it yours
          </Button>
          <LinkButton href={`/templates/${props.template.slug}`}>See the template</LinkButton>
        </>
      }
    >
      <p>Only its owner writes on it. A fork is yours to change, and tells where it came from.</p>
      <Show when={act.failure()} keyed>
        {(error) => <FormFailure error={error} />}
      </Show>
    </Notice>
  )
}
