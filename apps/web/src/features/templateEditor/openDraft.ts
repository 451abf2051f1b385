import { api } from '../../api.ts'
import type { TemplateView } from '../../templateView.ts'
import type { Conflict, DraftServer, Saved } from './createDraftSaving.ts'
import { abandonedDrafts, type KeptPlace } from './keptDrafts.ts'
import { sameText, unfinishedOf, type Unfinished } from './unfinished.ts'

/** What an editor begins with. */
export type Opened = {
  saved: Saved
  written: Unfinished
  conflict: Conflict | null
  /** The page that had left what is written, where one had. */
  adopted: string | null
}

const nothing: Unfinished = { content: '', variables: [], settings: {} }

export function draftServer(templateId: string): DraftServer {
  return {
    save: ({ variables, settings, ...input }) =>
      api.templateDrafts.save.mutate({ ...input, variables: [...variables], settings: { ...settings } }),
    async read() {
      const { revision, basedOn, ...draft } = await api.templateDrafts.get.query({ templateId })
      return { written: unfinishedOf(draft), revision, basedOn }
    },
  }
}

/** The draft of a template with what this browser kept of it, and what has come in between. */
export async function openDraft(template: TemplateView, place: KeptPlace): Promise<Opened> {
  const saved = await draftServer(place.templateId).read()
  const left = (await abandonedDrafts(place)).at(-1)
  const kept = left && !sameText(left.kept.written, saved.written) ? left.kept : null
  const opened = { saved, written: kept?.written ?? saved.written, adopted: left?.pageId ?? null }
  if (kept && (kept.revision !== saved.revision || kept.basedOn !== saved.basedOn)) {
    return { ...opened, conflict: { kind: 'saved', from: kept.from, theirs: saved } }
  }
  const newest = newestOf(template)
  if (saved.revision === 0 || saved.basedOn >= newest.basedOn) return { ...opened, conflict: null }
  const from = await versionText(place.templateId, saved.basedOn)
  return { ...opened, conflict: { kind: 'published', from, theirs: { ...newest, revision: saved.revision } } }
}

/** The newest version of a template, nothing where none is published. */
export function newestOf({ version }: TemplateView): { written: Unfinished; basedOn: number } {
  return version ? { written: unfinishedOf(version), basedOn: version.number } : { written: nothing, basedOn: 0 }
}

export async function versionText(templateId: string, number: number): Promise<Unfinished> {
  return number === 0 ? nothing : unfinishedOf(await api.templates.version.query({ templateId, number }))
}
