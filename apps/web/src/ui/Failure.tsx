import { describeFailure } from '../failure.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** Something that should have loaded and did not: what happened, and a way to try again. */
export function Failure(props: { title: string; error: unknown; onRetry: () => void; heading?: 'h1' | 'h2' }) {
  return (
    <Notice
      title={props.title}
      alert
      heading={props.heading ?? 'h2'}
      action={<Button onClick={() => props.onRetry()}>Try again</Button>}
    >
      <p>{describeFailure(props.error)}</p>
    </Notice>
  )
}
