import { eachImport, type Import } from './eachImport.ts'

type Context = { filename: string; report: (problem: { node: unknown; message: string }) => void }

/** A rule over imports: `judge` answers what is wrong with one, in a sentence, or null. */
export function importRule(judge: (filename: string, one: Import) => string | null) {
  return {
    create(context: Context) {
      return eachImport((one) => {
        const message = judge(context.filename, one)
        if (message) context.report({ node: one.node, message })
      })
    },
  }
}
