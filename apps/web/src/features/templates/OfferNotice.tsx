import { Match, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createAct } from '../../ui/createAct.ts'
import { builtInOwner } from '../../ui/templateWords.ts'
import type { TemplateActs } from './createTemplateActs.ts'
import styles from './OfferNotice.module.css'
import type { TemplateView } from '../../templateView.ts'

/** An offer that stands: whom it is for takes it or not, its owner can take it back. */
export function OfferNotice(props: { template: TemplateView; personId: string | null; acts: TemplateActs }) {
  const act = createAct()
  const take = () => props.acts.answerOffer({ ...props.template }, true)
  const decline = () => props.acts.answerOffer({ ...props.template }, false)
  const withdraw = () => props.acts.withdrawOffer({ ...props.template })
  return (
    <Switch>
      <Match when={props.template.offeredTo && props.template.offeredTo.id === props.personId}>
        <section class={styles.notice} aria-label="Offer">
          <p class={styles.words}>
            <strong>{props.template.owner?.name ?? builtInOwner} offers you this template.</strong> If you take it, you write on
            it and say who finds it.
          </p>
          <div class={styles.acts}>
            <Button busy={act.busy()} onClick={() => void act.run(take)}>
              Take it
            </Button>
            <Button variant="plain" busy={act.busy()} onClick={() => void act.run(decline)}>
              No, thanks
            </Button>
          </div>
        </section>
      </Match>
      <Match when={props.template.offeredTo}>
        {(person) => (
          <section class={styles.notice} aria-label="Offer">
            <p class={styles.words}>It is offered to {person().name}, and yours until they take it.</p>
            <div class={styles.acts}>
              <Button variant="plain" busy={act.busy()} onClick={() => void act.run(withdraw)}>
                Take the offer back
              </Button>
            </div>
          </section>
        )}
      </Match>
    </Switch>
  )
}
