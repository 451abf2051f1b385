import { A, useParams } from '@solidjs/router'
import { OwnActivity } from '../features/activity/OwnActivity.tsx'
import { createConversation } from '../features/conversations/queries.ts'
import { SignedInPage } from './parts/SignedInPage.tsx'

export default function ConversationActivityPage() {
  const params = useParams<{ id: string }>()
  const conversation = createConversation(() => params.id)
  const title = () => (conversation.isSuccess ? conversation.data.title : 'this conversation')
  return (
    <SignedInPage
      title="Activity"
      lead={
        <>
          What happened in <A href={`/c/${params.id}`}>{title()}</A>, and who did it. Only you, who own it, see this.
        </>
      }
    >
      <OwnActivity of={{ conversationId: params.id }} />
    </SignedInPage>
  )
}
