import { Import } from '../features/interchange/Import.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ImportPage() {
  return (
    <SignedInPage
      title="Import templates"
      lead="From a file of another tool, or of this one. You see what becomes of each template before anything is written."
    >
      <Import />
    </SignedInPage>
  )
}
