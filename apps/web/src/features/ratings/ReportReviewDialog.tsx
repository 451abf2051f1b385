import type { TemplateReview } from '@prologue/contracts'
import { api } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ReportForm } from '../../ui/ReportForm.tsx'

/** Tells those who look after the library that something is wrong with what somebody wrote about a template. */
export default function ReportReviewDialog(props: { review: TemplateReview; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title="Report this review"
      description={`What is wrong with what ${props.review.author.name} wrote? They are not told who reported it.`}
    >
      <ReportForm
        send={(complaint) => api.templateReports.createOfReview.mutate({ ratingId: props.review.id, ...complaint })}
        onClose={() => props.onClose()}
      />
    </Dialog>
  )
}
