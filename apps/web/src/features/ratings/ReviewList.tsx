import type { TemplateReview } from '@prologue/contracts'
import { Match, Show, Switch } from 'solid-js'
import { describeFailure } from '../../failure.ts'
import { AuthorLine } from '../../ui/AuthorLine.tsx'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Stars } from '../../ui/Stars.tsx'
import { createReviewList } from './queries.ts'
import styles from './ReviewList.module.css'

/** What people wrote about a template, the newest first, page by page. */
export function ReviewList(props: { templateId: string; meId: string | undefined }) {
  const list = createReviewList(() => props.templateId)
  const failure = createFailure(list)
  const reviews = () => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items))
  return (
    <Switch fallback={<ReviewsWaiting />}>
      <Match when={reviews()}>
        {(known) => (
          <Show when={known().length > 0} fallback={<p class={styles.none}>Nobody has written a review yet.</p>}>
            <ul class={styles.list} aria-label="Reviews">
              <ById each={known()}>{(review) => <Review review={review()} mine={review().author.id === props.meId} />}</ById>
            </ul>
            <Show when={list.hasNextPage}>
              <Button
                variant="plain"
                size="small"
                class={styles.more}
                busy={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                Show more reviews
              </Button>
            </Show>
          </Show>
        )}
      </Match>
      <Match when={failure()}>
        <div class={styles.failed} role="alert">
          <p>The reviews could not be read. {describeFailure(failure())}</p>
          <Button size="small" onClick={() => void list.refetch()}>
            Try again
          </Button>
        </div>
      </Match>
    </Switch>
  )
}

function Review(props: { review: TemplateReview; mine: boolean }) {
  const editedAt = () => (props.review.updatedAt > props.review.createdAt ? props.review.updatedAt : null)
  return (
    <li class={styles.review}>
      <AuthorLine author={props.review.author} mine={props.mine} at={props.review.createdAt} editedAt={editedAt()} />
      <Stars value={props.review.rating} />
      <p class={styles.words} dir="auto">
        {props.review.review}
      </p>
    </li>
  )
}

function ReviewsWaiting() {
  return (
    <div class={styles.review} aria-busy="true" aria-label="Reading the reviews">
      <Skeleton width="9rem" height="1.5rem" />
      <Skeleton width="5rem" />
      <Skeleton width="24rem" height="1.4rem" />
    </div>
  )
}
