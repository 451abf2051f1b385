import { listen } from '@prologue/collab/client'
import { useQueryClient } from '@tanstack/solid-query'
import { onCleanup } from 'solid-js'
import type { Connection } from '../../realtime/connection.tsx'
import { notificationKeys } from './queries.ts'

/** Reads them again when there is something new, and when the connection is back: then news were missed. */
export function createNotificationNews(socket: Connection['socket']): void {
  const queryClient = useQueryClient()
  const read = () => void queryClient.invalidateQueries({ queryKey: notificationKeys.all })
  onCleanup(listen(socket, { 'notifications:changed': read, connect: read }))
}
