import { RatingsSection } from '../../features/ratings/RatingsSection.tsx'
import { UsageSection } from '../../features/ratings/UsageSection.tsx'
import type { TemplateView } from '../../templateView.ts'
import { VersionsSection } from '../../features/versions/VersionsSection.tsx'

/** What is known of a template beside its text: its versions, what people think of it, how often it is used. */
export default function Sections(props: { template: TemplateView; signIn: string | null }) {
  return (
    <>
      <VersionsSection template={props.template} />
      <RatingsSection template={props.template} signIn={props.signIn} />
      <UsageSection template={props.template} />
    </>
  )
}
