import { createSignal, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { FormFailure } from '../../ui/FormFailure.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Stars } from '../../ui/Stars.tsx'
import type { RatingActs } from './createRatingActs.ts'
import styles from './OwnRating.module.css'
import type { MyRating, RatedTemplate } from './ratedTemplate.ts'
import { RatingForm } from './RatingForm.tsx'

/** What oneself thinks of a template: given, changed, withdrawn; or why it cannot be given. */
export function OwnRating(props: { template: RatedTemplate; signIn: string | null; meId: string | undefined; acts: RatingActs }) {
  const [changing, setChanging] = createSignal(false)
  const nobody = () => (props.template.ratingCount === 0 ? 'Nobody has rated it yet. ' : '')
  return (
    <div class={styles.own}>
      <Switch
        fallback={
          <RatingForm
            templateId={props.template.id}
            before={props.template.myRating}
            acts={props.acts}
            onDone={() => setChanging(false)}
          />
        }
      >
        <Match when={props.signIn}>
          {(href) => (
            <p class={styles.line}>
              <span class={styles.why}>{nobody()}Have you used it?</span>
              <LinkButton href={href()}>Sign in to rate it</LinkButton>
            </p>
          )}
        </Match>
        <Match when={!props.template.abilities.includes('template:rate')}>
          <p class={styles.why}>
            {nobody()}
            {props.template.owner?.id === props.meId
              ? 'This is your template: its stars come from others.'
              : 'You cannot rate this template.'}
          </p>
        </Match>
        <Match when={!changing() && props.template.myRating}>
          {(mine) => <Given mine={mine()} acts={props.acts} onChange={() => setChanging(true)} />}
        </Match>
      </Switch>
    </div>
  )
}

function Given(props: { mine: MyRating; acts: RatingActs; onChange: () => void }) {
  const act = createAct()
  const withdraw = () => props.acts.withdraw(props.mine)
  return (
    <div class={styles.given}>
      <div class={styles.line}>
        <span class={styles.what}>Your rating</span>
        <Stars value={props.mine.rating} />
        <div class={styles.ways}>
          <Button size="small" onClick={() => props.onChange()}>
            Change
          </Button>
          <Button size="small" variant="danger" busy={act.busy()} onClick={() => void act.run(withdraw)}>
            Withdraw
          </Button>
        </div>
      </div>
      <Show when={act.failure()} keyed>
        {(error) => <FormFailure error={error} />}
      </Show>
    </div>
  )
}
