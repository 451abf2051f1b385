import { Show } from 'solid-js'
import { MailList } from '../features/admin/MailList.tsx'
import { OutboxList } from '../features/admin/OutboxList.tsx'
import { useSession } from '../identity/session.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function MailPage() {
  const session = useSession()
  return (
    <SignedInPage
      title="Mail"
      lead={
        session.mail()
          ? 'What became of the mails of the last seven days. What they say is kept only until they are sent; what fails is tried again for an hour.'
          : 'This server sends no mail, so what it would have sent waits here. Hand the links to those they are for, and to nobody else.'
      }
      needs="admin:read-mail"
    >
      <Show when={session.mail()} fallback={<MailList />}>
        <OutboxList />
      </Show>
    </SignedInPage>
  )
}
