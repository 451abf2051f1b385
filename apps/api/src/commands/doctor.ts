import { findProblems } from '@prologue/shared'
import { withProcess } from './withProcess.ts'

/** Prints what is the matter with the database and what to do about it; ends with 1 where there is a fault. */
export async function doctor({ json, deep }: { json?: boolean; deep?: boolean }): Promise<void> {
  await withProcess(async (ctx) => {
    const findings = await findProblems(ctx, { deep: deep ?? false })
    const lines = findings.flatMap(({ severity, says, remedy, about }) => [
      `${severity.padEnd(6)}  ${says}`,
      ...about.map((name) => `        - ${name}`),
      `        ${remedy}`,
    ])
    const text = lines.length > 0 ? lines.join('\n') : 'Everything is as it should be.'
    process.stdout.write(`${json ? JSON.stringify(findings, null, 2) : text}\n`)
    if (findings.some(({ severity }) => severity === 'fault')) process.exitCode = 1
  })
}
