import { A } from '@solidjs/router'
import { DeletedList } from '../features/admin/DeletedList.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ContentPage() {
  return (
    <SignedInPage
      title="Content"
      lead="What people deleted: bring it back for them, or remove it for good before its time."
      needs="admin:manage-content"
    >
      <DeletedList />
      <p>
        <A href="/admin/reports">What people reported</A>
      </p>
    </SignedInPage>
  )
}
