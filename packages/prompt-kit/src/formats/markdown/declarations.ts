import { z } from 'zod'
import { isName } from '../../variables/fitName.ts'
import { variableSchema, variablesSchema, type Variable } from '../../variables/schema.ts'

/** The variables a front matter declares, as ours; a bare name is a text. Names that do not fit stand in `misfits`. */
export const declarationsSchema = z
  .array(z.union([z.string().transform((name) => ({ name })), z.looseObject({ name: z.string() })]))
  .transform((listed, context) => {
    const fitting: Variable[] = []
    const misfits: string[] = []
    for (const [index, each] of listed.entries()) {
      const refuse = (path: PropertyKey[], message: string) =>
        context.addIssue({ code: 'custom', path: [index, ...path], message })
      if (!isName(each.name)) misfits.push(each.name)
      else if (fitting.some(({ name }) => name === each.name)) refuse(['name'], 'This name is taken.')
      else {
        const declared = variableSchema.safeParse({ type: 'text', ...each })
        if (declared.success) fitting.push(declared.data)
        else for (const { path, message } of declared.error.issues) refuse(path, message)
      }
    }
    const all = variablesSchema.safeParse(fitting)
    if (!all.success) context.addIssue({ code: 'custom', message: all.error.issues[0]?.message ?? 'These do not fit.' })
    return { fitting, misfits }
  })

/** A declaration without what is understood anyway. */
export function briefly({ required, source, sensitive, ...variable }: Variable): Record<string, unknown> {
  return {
    ...variable,
    ...(!required && { required }),
    ...(source !== 'author' && { source }),
    ...(sensitive && { sensitive }),
  }
}
