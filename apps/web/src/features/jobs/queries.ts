import { useQuery, useQueryClient } from '@tanstack/solid-query'
import { api } from '../../api.ts'

const jobsKey = ['jobs'] as const

/** Milliseconds until the list is read again: soon where something runs or is due. */
const soon = 1_000
const later = 15_000

export function createJobList() {
  return useQuery(() => ({
    queryKey: jobsKey,
    queryFn: () => api.jobs.list.query(),
    reconcile: 'name',
    refetchInterval: ({ state }) => {
      const runs = state.data?.flatMap((job) => job.runs) ?? []
      const isNear = runs.some(({ status, dueAt }) => status === 'running' || (status === 'waiting' && dueAt <= new Date()))
      return isNear ? soon : later
    },
  }))
}

export function createJobActs() {
  const queryClient = useQueryClient()
  return {
    async start(name: string) {
      await api.jobs.start.mutate({ name })
      await queryClient.invalidateQueries({ queryKey: jobsKey })
    },
  }
}
