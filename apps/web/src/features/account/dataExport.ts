import type { DataExport } from '@prologue/contracts'
import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'
import { useConfirmed } from '../../identity/confirm.tsx'

const key = ['account', 'data-export'] as const

/** Milliseconds between two looks at one that is being made. */
const pause = 1_000

export const isUnderWay = (archive: DataExport | null | undefined) => archive?.state === 'queued' || archive?.state === 'running'

/** The archive that was asked for last, looked at again while it is made. */
export function createDataExport() {
  return useQuery(() => ({
    queryKey: key,
    queryFn: () => api.account.dataExport.query(),
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? pause : false),
  }))
}

/** Asks for an archive, after a proof of who asks where one is due. */
export function createDataExportStart() {
  const queryClient = useQueryClient()
  const confirmed = useConfirmed()
  return async () => {
    const started = await confirmed(() => api.account.startDataExport.mutate())
    queryClient.setQueryData<DataExport | null>(key, started)
  }
}
