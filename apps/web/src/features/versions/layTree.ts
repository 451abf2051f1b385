import type { TemplateTree } from '@prologue/contracts'

type Version = TemplateTree['versions'][number]

/** A template with its versions, the first one first, and under each version the templates that were made from it. */
export type Branch = {
  template: TemplateTree['templates'][number]
  versions: { version: Version; forks: Branch[] }[]
}

/** The templates that come from no other one that is known, each with all that came from it. */
export function layTree({ templates, versions }: TemplateTree): Branch[] {
  const branches = new Map<string, Branch>(templates.map((template) => [template.id, { template, versions: [] }]))
  const nodes = new Map<string, Branch['versions'][number]>()
  for (const version of versions) {
    const node = { version, forks: [] }
    nodes.set(version.id, node)
    branches.get(version.templateId)?.versions.push(node)
  }
  const roots: Branch[] = []
  for (const branch of branches.values()) {
    const first = branch.versions[0]?.version
    const source = nodes.get(first?.parentVersionId ?? '')
    // Of a long history the first versions may not be told; a later one comes from its own template.
    if (source && source.version.templateId !== branch.template.id) source.forks.push(branch)
    else if (first) roots.push(branch)
  }
  return roots
}

/** Whether a branch is a template's or leads to it: such are open at first. */
export function leadsTo(branch: Branch, templateId: string): boolean {
  if (branch.template.id === templateId) return true
  return branch.versions.some(({ forks }) => forks.some((fork) => leadsTo(fork, templateId)))
}
