import { Invitations } from '../features/admin/Invitations.tsx'
import { UserList } from '../features/admin/UserList.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function UsersPage() {
  return (
    <SignedInPage
      title="People"
      lead="Every account of this server. Whoever gets a new role or is locked is signed out everywhere."
      needs="user:list"
    >
      <Invitations />
      <UserList />
    </SignedInPage>
  )
}
