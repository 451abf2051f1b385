import { Section } from '../../ui/Section.tsx'
import { InvitationList } from './InvitationList.tsx'
import { InviteForm } from './InviteForm.tsx'
import styles from './List.module.css'

/** Who may come, and who is asked to. */
export function Invitations() {
  return (
    <Section
      title="Invitations"
      lead="A mail with a link to make an account, good once, for 7 days and for its address alone. A new one for the same address takes the place of the first."
    >
      <div class={styles.invitations}>
        <InviteForm />
        <InvitationList />
      </div>
    </Section>
  )
}
