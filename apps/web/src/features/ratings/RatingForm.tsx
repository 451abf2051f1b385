import { limits, rateTemplateSchema } from '@prologue/contracts'
import { createSignal, Show, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import type { RatingActs } from './createRatingActs.ts'
import type { MyRating } from './ratedTemplate.ts'
import { StarsField } from './StarsField.tsx'

/** Stars, and then words about them if one likes. */
export function RatingForm(props: { templateId: string; before: MyRating | null; acts: RatingActs; onDone: () => void }) {
  const before = untrack(() => props.before)
  const [rating, setRating] = createSignal(before?.rating ?? 0)
  const [review, setReview] = createSignal(before?.review ?? '')
  const form = createForm({
    schema: rateTemplateSchema,
    values: () => ({ templateId: props.templateId, rating: rating(), review: review() }),
    send: async (input) => {
      await props.acts.rate({ rating: input.rating, review: input.review }, before)
      props.onDone()
    },
  })
  const cancel = () => {
    setRating(0)
    props.onDone()
  }
  return (
    <Form
      form={form}
      label="Your rating"
      unfocused
      buttons={
        <Show when={rating() > 0}>
          <Button type="submit" variant="primary" busy={form.busy()}>
            {before ? 'Save' : 'Rate'}
          </Button>
          <Button variant="plain" onClick={cancel}>
            Cancel
          </Button>
        </Show>
      }
    >
      <StarsField
        legend={before ? 'Your rating' : 'Rate this template'}
        value={rating()}
        error={form.wrong('rating')}
        onChoose={setRating}
      />
      <Show when={rating() > 0}>
        <TextArea
          label="Review"
          hint="If you like: what it does well, what it lacks. Everybody who sees the template can read it."
          maxlength={limits.review}
          value={review()}
          error={form.wrong('review')}
          onInput={(event) => setReview(event.currentTarget.value)}
        />
      </Show>
    </Form>
  )
}
