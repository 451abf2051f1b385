import { A, useParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { OwnActivity } from '../features/activity/OwnActivity.tsx'
import { createTemplate } from '../features/templates/queries.ts'
import { createFailure } from '../ui/createFailure.ts'
import { Failure } from '../ui/Failure.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function TemplateActivityPage() {
  const params = useParams<{ slug: string }>()
  const template = createTemplate(() => params.slug)
  const failure = createFailure(template)
  const known = () => (template.isSuccess ? template.data : undefined)
  return (
    <SignedInPage
      title="Activity"
      lead={
        <>
          What became of <A href={`/templates/${params.slug}`}>{known()?.title ?? 'this template'}</A>, and by whom. Only who
          keeps it sees this; who rated or reported it is not told.
        </>
      }
    >
      <Show when={failure()}>
        {(error) => (
          <Failure heading="h2" title="This template could not be read" error={error()} onRetry={() => void template.refetch()} />
        )}
      </Show>
      <Show when={known()?.id}>{(id) => <OwnActivity of={{ templateId: id() }} />}</Show>
    </SignedInPage>
  )
}
