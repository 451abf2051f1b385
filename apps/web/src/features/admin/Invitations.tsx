import { Section } from '../../ui/Section.tsx'
import { InvitationList } from './InvitationList.tsx'
import { InviteForm } from './InviteForm.tsx'

/** Who may come, and who is asked to. */
export function Invitations() {
  return (
    <Section
      title="Invitations"
      lead="A mail with a link to make an account, good once, for 7 days and for its address alone. Another one takes its place."
    >
      <InviteForm />
      <InvitationList />
    </Section>
  )
}
