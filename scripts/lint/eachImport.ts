/** One import of a file: what is named, whether only types come of it, and the node to point at. */
export type Import = { specifier: string; typeOnly: boolean; node: unknown }

type Source = { type: string; value?: unknown } | null | undefined
type ImportNode = {
  source?: Source
  importKind?: string
  exportKind?: string
  specifiers?: { importKind?: string; exportKind?: string }[]
}

function isTypeOnly({ importKind, exportKind, specifiers = [] }: ImportNode): boolean {
  if (importKind === 'type' || exportKind === 'type') return true
  return specifiers.length > 0 && specifiers.every((one) => one.importKind === 'type' || one.exportKind === 'type')
}

/** Visitors that call `found` for each static, dynamic and type import and each re-export of a file. */
export function eachImport(found: (one: Import) => void) {
  const visit = (typeOnly: (node: ImportNode) => boolean) => (node: ImportNode) => {
    const { source } = node
    if (typeof source?.value === 'string') found({ specifier: source.value, typeOnly: typeOnly(node), node: source })
  }
  return {
    ImportDeclaration: visit(isTypeOnly),
    ExportNamedDeclaration: visit(isTypeOnly),
    ExportAllDeclaration: visit(isTypeOnly),
    ImportExpression: visit(() => false),
    TSImportType: visit(() => true),
  }
}
