import { useLocation } from '@solidjs/router'
import { createEffect, untrack } from 'solid-js'
import type { Commenting } from '../../features/comments/createCommenting.ts'
import type { createCommentList } from '../../features/comments/queries.ts'
import { linkedId } from '../../links.ts'
import { useToasts } from '../../ui/Toasts.tsx'

/** Opens the comment that the address names behind its #, once the comments are there; says so where it is gone. */
export function createCommentLink(props: {
  list: ReturnType<typeof createCommentList>
  commenting: Commenting
  onShow: () => void
}): void {
  const location = useLocation()
  const say = useToasts()
  createEffect<string | undefined>((done) => {
    const commentId = linkedId('comment', location.hash)
    if (!commentId || commentId === done || !props.list.isSuccess) return commentId ? done : undefined
    untrack(() => {
      props.onShow()
      if (!props.commenting.openComment(commentId)) say('This comment is no longer there.', { tone: 'bad' })
    })
    return commentId
  })
}
