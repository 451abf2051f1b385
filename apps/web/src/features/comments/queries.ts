import type { AddComment, Comment } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import type { Accessor } from 'solid-js'
import { api } from '../../api.ts'
import { readAgain } from '../../queryClient.ts'
import type { Said } from './mentions.ts'

export const commentKeys = {
  list: (conversationId: string) => ['comments', conversationId] as const,
}

type List = { items: Comment[] }

export function createCommentList(conversationId: Accessor<string>) {
  return useQuery(() => {
    const id = conversationId()
    return { queryKey: commentKeys.list(id), queryFn: () => api.comments.list.query({ conversationId: id }) }
  })
}

export type CommentActions = {
  add: (said: Omit<AddComment, 'conversationId'>) => Promise<Comment>
  edit: (said: Said & { id: string }) => Promise<void>
  remove: (id: string) => Promise<void>
  restore: (id: string) => Promise<void>
  resolve: (id: string) => Promise<void>
  reopen: (id: string) => Promise<void>
}

/** What is done to comments is on the screen as soon as the server has it. */
export function createCommentActions(conversationId: Accessor<string>): CommentActions {
  const queryClient = useQueryClient()
  const show = (change: (items: Comment[]) => Comment[]) => {
    queryClient.setQueryData<List>(commentKeys.list(conversationId()), (list) => list && { items: change(list.items) })
  }
  const refresh = () => readAgain(queryClient, commentKeys.list(conversationId()))
  return {
    async add(said) {
      const comment = await api.comments.add.mutate({ ...said, conversationId: conversationId() })
      show((items) => [...items.filter(({ id }) => id !== comment.id), comment])
      return comment
    },
    async edit(said) {
      const comment = await api.comments.edit.mutate(said)
      show((items) => items.map((item) => (item.id === comment.id ? comment : item)))
    },
    async remove(id) {
      await api.comments.delete.mutate({ id })
      show((items) => items.filter((item) => item.id !== id && item.parentId !== id))
    },
    async restore(id) {
      await api.comments.restore.mutate({ id })
      await refresh()
    },
    async resolve(id) {
      await api.comments.resolve.mutate({ id })
      await refresh()
    },
    async reopen(id) {
      await api.comments.reopen.mutate({ id })
      await refresh()
    },
  }
}
