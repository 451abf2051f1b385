import { MailList } from '../features/admin/MailList.tsx'
import { useSession } from '../identity/session.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function MailPage() {
  const session = useSession()
  return (
    <SignedInPage
      title="Mail"
      lead={
        session.mail()
          ? 'This server sends its mail. Only where it cannot, mails would be kept here.'
          : 'This server sends no mail, so what it would have sent waits here. Hand the links to those they are for, and to nobody else.'
      }
      needs="admin:read-mail"
    >
      <MailList />
    </SignedInPage>
  )
}
