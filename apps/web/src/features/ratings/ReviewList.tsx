import type { TemplateReview } from '@prologue/contracts'
import Flag from 'lucide-solid/icons/flag'
import { createSignal, lazy, Show } from 'solid-js'
import { AuthorLine } from '../../ui/AuthorLine.tsx'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { createFailure } from '../../ui/createFailure.ts'
import { ListFrame } from '../../ui/ListFrame.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Stars } from '../../ui/Stars.tsx'
import { createReviewList } from './queries.ts'
import styles from './ReviewList.module.css'

const ReportReviewDialog = lazy(() => import('./ReportReviewDialog.tsx'))

/** What people wrote about a template, the newest first, page by page. */
export function ReviewList(props: {
  templateId: string
  meId: string | undefined
  /** Whoever has an account can say what is wrong with what others wrote. */
  mayReport: boolean
}) {
  const list = createReviewList(() => props.templateId)
  const failure = createFailure(list)
  const [reported, setReported] = createSignal<TemplateReview>()
  const reviews = () => (list.isPending ? undefined : list.data?.pages.flatMap((page) => page.items))
  return (
    <>
      <ListFrame
        noun="reviews"
        items={reviews()}
        failure={failure()}
        onRetry={() => void list.refetch()}
        waiting={<ReviewsWaiting />}
        empty="Nobody has written a review yet."
        more={{ has: list.hasNextPage, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }}
        moreLabel="Show more reviews"
      >
        {(known) => (
          <ul class={styles.list} aria-label="Reviews">
            <ById each={known()}>
              {(review) => (
                <Review
                  review={review()}
                  mine={review().author.id === props.meId}
                  onReport={props.mayReport ? () => setReported(review()) : undefined}
                />
              )}
            </ById>
          </ul>
        )}
      </ListFrame>
      <Show when={reported()} keyed>
        {(review) => <ReportReviewDialog review={review} onClose={() => setReported(undefined)} />}
      </Show>
    </>
  )
}

function Review(props: { review: TemplateReview; mine: boolean; onReport: (() => void) | undefined }) {
  const editedAt = () => (props.review.updatedAt > props.review.createdAt ? props.review.updatedAt : null)
  return (
    <li class={styles.review}>
      <AuthorLine author={props.review.author} mine={props.mine} at={props.review.createdAt} editedAt={editedAt()}>
        <Show when={!props.mine && props.onReport}>
          {(report) => (
            <Button
              variant="plain"
              size="icon"
              aria-label={`Report the review by ${props.review.author.name}`}
              title="Report this review"
              onClick={() => report()()}
            >
              <Flag />
            </Button>
          )}
        </Show>
      </AuthorLine>
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
