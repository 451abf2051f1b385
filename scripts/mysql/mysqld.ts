import { run } from '../process/run.ts'

/** A server program that can be started: the command, the arguments that always come first, and where it is from. */
export type Mysqld = { command: string; args: string[]; version: string; source: string }

/** Asks the program what it is. Answers null for MariaDB, for MySQL before 8.4 and for what does not run. */
export async function identify(command: string, args: string[], source: string): Promise<Mysqld | null> {
  const { code, output } = await run(command, [...args, '--version'])
  if (code !== 0 || /mariadb/i.test(output)) return null
  const [, version, major, minor] = /\bVer\s+((\d+)\.(\d+)[.\d]*)/.exec(output) ?? []
  if (!version || Number(major) * 100 + Number(minor) < 804) return null
  return { command, args, version, source }
}
