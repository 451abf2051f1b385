import { Show } from 'solid-js'
import { useSession } from '../../identity/session.tsx'
import { keepFocus } from '../../ui/keepFocus.ts'
import { Section } from '../../ui/Section.tsx'
import { createRatingActs } from './createRatingActs.ts'
import { Distribution } from './Distribution.tsx'
import { OwnRating } from './OwnRating.tsx'
import type { RatedTemplate } from './ratedTemplate.ts'
import styles from './RatingsSection.module.css'
import { ReviewList } from './ReviewList.tsx'

/** What people think of a template: the stars they gave, one's own among them, and what they wrote. */
export function RatingsSection(props: {
  template: RatedTemplate
  /** Where to sign in for what needs an account; null for who has one. */
  signIn: string | null
}) {
  const session = useSession()
  const acts = createRatingActs(() => props.template.id)
  const meId = () => session.account()?.id
  return (
    <Section ref={keepFocus} title="Ratings" lead="What people who used it think of it.">
      <div class={styles.ratings}>
        <Show when={props.template.ratingCount > 0}>
          <Distribution template={props.template} />
        </Show>
        <OwnRating template={props.template} signIn={props.signIn} meId={meId()} acts={acts} />
        <Show when={props.template.ratingCount > 0}>
          <ReviewList templateId={props.template.id} meId={meId()} mayReport={props.signIn === null} />
        </Show>
      </div>
    </Section>
  )
}
