import { limits, reportReasons, reportTemplateSchema, type ReportReason } from '@prologue/contracts'
import { createSignal, For } from 'solid-js'
import { z } from 'zod'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { SelectField, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useToasts } from '../../ui/Toasts.tsx'
import type { TemplateView } from '../../templateView.ts'

const reasonWords: Readonly<Record<ReportReason, string>> = {
  spam: 'It is spam or advertising',
  harmful: 'It does harm, or helps to',
  copyright: 'It is copied from somebody who did not allow it',
  'personal-data': 'It tells something private about a person',
  other: 'Something else',
}

// Nothing is chosen at first.
const formSchema = reportTemplateSchema.extend({
  reason: z.string().pipe(z.enum(reportReasons, 'Choose what is wrong.')),
})

/** Tells those who look after the library that something is wrong with a template. */
export default function ReportDialog(props: { template: Pick<TemplateView, 'id' | 'title'>; onClose: () => void }) {
  const say = useToasts()
  const [reason, setReason] = createSignal('')
  const [details, setDetails] = createSignal('')
  const form = createForm({
    schema: formSchema,
    values: () => ({ templateId: props.template.id, reason: reason(), details: details() }),
    send: async (input) => {
      await api.templateReports.create.mutate(input)
      say('Thank you. A moderator will look at it.')
      props.onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Report this template"
      description={`What is wrong with “${props.template.title}”? Its owner is not told who reported it.`}
    >
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
    </Dialog>
  )
}
