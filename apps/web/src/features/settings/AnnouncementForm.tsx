import { settingsSchema, type Settings } from '@prologue/contracts'
import { createSignal, untrack } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { createForm } from '../../ui/createForm.ts'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { createSaving } from './queries.ts'

export function AnnouncementForm(props: { settings: Settings }) {
  const [announcement, setAnnouncement] = createSignal(untrack(() => props.settings.announcement))
  const form = createForm({
    schema: settingsSchema.pick({ announcement: true }),
    values: () => ({ announcement: announcement() }),
    send: createSaving(),
  })
  return (
    <Form
      form={form}
      unfocused
      label="Announcement"
      buttons={
        <Button type="submit" busy={form.busy()}>
          Save the announcement
        </Button>
      }
    >
      <TextArea
        label="What everybody should know"
        hint="Leave it empty to take it away."
        rows={2}
        value={announcement()}
        error={form.wrong('announcement')}
        onInput={(event) => setAnnouncement(event.currentTarget.value)}
      />
    </Form>
  )
}
