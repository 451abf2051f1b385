import type { api } from './api.ts'

/** A template as its page and its editor read it, with its newest version. */
export type TemplateView = Awaited<ReturnType<typeof api.templates.get.query>>
