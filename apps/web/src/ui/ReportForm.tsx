import { limits, reportReasons, reportReasonSchema, type ReportReason } from '@prologue/contracts'
import { createSignal, For } from 'solid-js'
import { z } from 'zod'
import { Button } from './Button.tsx'
import { createForm } from './createForm.ts'
import { SelectField, TextArea } from './Field.tsx'
import { Form } from './Form.tsx'
import { useToasts } from './Toasts.tsx'

const reasonWords: Readonly<Record<ReportReason, string>> = {
  spam: 'It is spam or advertising',
  harmful: 'It does harm, or helps to',
  copyright: 'It is copied from somebody who did not allow it',
  'personal-data': 'It tells something private about a person',
  other: 'Something else',
}

// Nothing is chosen at first.
const formSchema = z.object({
  reason: z.string().pipe(z.enum(reportReasonSchema.options, 'Choose what is wrong.')),
  details: z.string().trim().max(limits.review, `A report can have ${limits.review} characters.`),
})
export type Complaint = z.output<typeof formSchema>

/** What is wrong with something, for those who look after the library. */
export function ReportForm(props: { send: (complaint: Complaint) => Promise<void>; onClose: () => void }) {
  const say = useToasts()
  const [reason, setReason] = createSignal('')
  const [details, setDetails] = createSignal('')
  const form = createForm({
    schema: formSchema,
    values: () => ({ reason: reason(), details: details() }),
    send: async (complaint) => {
      await props.send(complaint)
      say('Thank you. A moderator will look at it.')
      props.onClose()
    },
  })
  return (
    <Form
      form={form}
      buttons={
        <>
          <Button type="submit" variant="primary" busy={form.busy()}>
            Report
          </Button>
          <Button variant="plain" onClick={() => props.onClose()}>
            Cancel
          </Button>
        </>
      }
    >
      <SelectField
        label="What is wrong"
        value={reason()}
        error={form.wrong('reason')}
        onChange={(event) => setReason(event.currentTarget.value)}
      >
        <option value="">Choose…</option>
        <For each={reportReasons}>{(one) => <option value={one}>{reasonWords[one]}</option>}</For>
      </SelectField>
      <TextArea
        label="What a moderator should know (optional)"
        rows={3}
        maxlength={limits.review}
        value={details()}
        error={form.wrong('details')}
        onInput={(event) => setDetails(event.currentTarget.value)}
      />
    </Form>
  )
}
