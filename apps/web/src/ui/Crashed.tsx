import { onMount } from 'solid-js'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

/** The page itself broke. Often a newer version of the app was installed meanwhile and a file is gone: loading again mends that. */
export function Crashed(props: { error: unknown }) {
  onMount(() => console.error(props.error))
  return (
    <main style={{ display: 'grid', 'min-height': '100dvh' }}>
      <Notice
        heading="h1"
        alert
        title="This page stopped working"
        action={
          <Button variant="primary" onClick={() => location.reload()}>
            Load the page again
          </Button>
        }
      >
        <p>
          What was sent is safe on the server, and edits to a draft are kept in this browser. Loading the page again should bring
          it all back.
        </p>
      </Notice>
    </main>
  )
}
