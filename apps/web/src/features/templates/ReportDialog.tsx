import { api } from '../../api.ts'
import type { TemplateView } from '../../templateView.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ReportForm } from '../../ui/ReportForm.tsx'

/** Tells those who look after the library that something is wrong with a template. */
export default function ReportDialog(props: { template: Pick<TemplateView, 'id' | 'title'>; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Report this template"
      description={`What is wrong with “${props.template.title}”? Its owner is not told who reported it.`}
    >
      <ReportForm
        send={(complaint) => api.templateReports.create.mutate({ templateId: props.template.id, ...complaint })}
        onClose={() => props.onClose()}
      />
    </Dialog>
  )
}
