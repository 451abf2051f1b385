import { api } from '../../api.ts'
import type { TemplateView } from '../../templateView.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ReportForm } from '../../ui/ReportForm.tsx'

/** Tells those who look after the library that something is wrong with a template. */
export default function ReportDialog(props: {
  template: Pick<TemplateView, 'id' | 'title'>
  /** The version that is looked at. */
  number: number
  onClose: () => void
}) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Report this template"
      description={`What is wrong with version ${props.number} of “${props.template.title}”? Its owner is not told who reported it.`}
    >
      <ReportForm
        send={(complaint) =>
          api.templateReports.create.mutate({ templateId: props.template.id, number: props.number, ...complaint })
        }
        onClose={() => props.onClose()}
      />
    </Dialog>
  )
}
