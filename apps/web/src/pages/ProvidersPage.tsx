import { PriceSection } from '../features/providers/PriceSection.tsx'
import { ProviderSection } from '../features/providers/ProviderSection.tsx'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ProvidersPage() {
  return (
    <SignedInPage
      title="Models"
      lead="Which models people can ask, and what they cost. Without any, the composer writes all prompts from what people say."
      needs="admin:manage-providers"
    >
      <ProviderSection />
      <PriceSection />
    </SignedInPage>
  )
}
