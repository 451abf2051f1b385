import { LinkButton } from '../../ui/LinkButton.tsx'
import { Notice } from '../../ui/Notice.tsx'

/** Where the text of a template will stand. */
export function Unpublished(props: { slug: string }) {
  return (
    <Notice
      title="Nothing is published yet"
      action={
        <LinkButton href={`/templates/${props.slug}/edit`} variant="primary">
          Go on writing
        </LinkButton>
      }
    >
      <p>Only you see this template. Publish a first version, and it can be filled in, used and shared from here.</p>
    </Notice>
  )
}
