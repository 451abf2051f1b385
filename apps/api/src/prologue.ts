#!/usr/bin/env node
import { Command } from 'commander'
import { keepMemorySmall } from './commands/interchange/keepMemorySmall.ts'

// Each command loads only what it needs: composing a prompt opens no database.
type CheckFiles = typeof import('./commands/check.ts').checkFiles
type Generate = typeof import('./commands/generate.ts').generate
type VerifyAudit = typeof import('./commands/audit.ts').verify
type Grants = typeof import('./commands/db.ts').printGrants
type GenerateData = typeof import('./commands/generateData.ts').generateData
type Index = typeof import('./commands/db.ts').indexDatabase
type ImportFile = typeof import('./commands/interchange/importFile.ts').importFile
type ExportFile = typeof import('./commands/interchange/exportFile.ts').exportFile
type PrintReport = typeof import('./commands/admin.ts').printReport
type Erase = typeof import('./commands/privacy.ts').erase
type Backup = typeof import('./commands/backup.ts').backup
type Restore = typeof import('./commands/backup.ts').restore
type Doctor = typeof import('./commands/doctor.ts').doctor
type Rollback = typeof import('./commands/db.ts').rollbackDatabase

const program = new Command('prologue').description('The AI System Prompt Generator')

program
  .command('start')
  .description('serve the page, the API and the live rooms on one port')
  .action(async () => (await import('./commands/start.ts')).start())

program
  .command('generate')
  .description('compose a system prompt from a description')
  .argument('[description]', 'what the assistant is for; read from standard input where it is left out')
  .option('--family <family>', 'the model family to write for: claude, gpt, gemini or plain')
  .option('--json', 'print sections, sentences and the slot each comes from')
  .action(async (...args: Parameters<Generate>) => (await import('./commands/generate.ts')).generate(...args))

program
  .command('check')
  .description('check files that hold a prompt each; end with 1 where there is an error, with 2 where one cannot be read')
  .argument('<files...>', 'text, or Markdown with a front matter that declares variables')
  .option('--family <family>', 'the model family they are written for: claude, gpt, gemini or plain')
  .option('--off <rules>', 'names of rules to leave out, with commas between them')
  .option('--json', 'print the findings as JSON')
  .option('--sarif', 'print them as SARIF 2.1.0, for tools of code review')
  .action(async (...args: Parameters<CheckFiles>) => (await import('./commands/check.ts')).checkFiles(...args))

program
  .command('import')
  .description('import templates from a file, and print what became of each; end with 1 where one was refused')
  .argument('<file>', 'in any format that is known')
  .requiredOption('--as <email>', 'whose they are to be')
  .option('--format <format>', 'which format it is; by its name and beginning where it is left out')
  .option('--convert', 'make variables of other syntaxes into variables here')
  .option('--dry-run', 'say what would become of each, and write nothing')
  .option('--visibility <visibility>', 'private, unlisted or public', 'private')
  .option('--category <category>', 'of those whose own the library does not have', 'productivity')
  .hook('preAction', keepMemorySmall)
  .action(async (...args: Parameters<ImportFile>) => (await import('./commands/interchange/importFile.ts')).importFile(...args))

program
  .command('export')
  .description('print templates as a file')
  .argument('[slugs...]', 'those of them whose addresses end so; all where none is given')
  .option('--format <format>', 'which format to write', 'prologue')
  .option('--as <email>', 'all published templates of this person')
  .option('--public', 'all that are public')
  .hook('preAction', keepMemorySmall)
  .action(async (...args: Parameters<ExportFile>) => (await import('./commands/interchange/exportFile.ts')).exportFile(...args))

program
  .command('backup')
  .description('write everything that is in the database to a file, while it is in use')
  .argument('<file>', 'a file that is not there yet, or - for standard output')
  .hook('preAction', keepMemorySmall)
  .action(async (...args: Parameters<Backup>) => (await import('./commands/backup.ts')).backup(...args))

program
  .command('restore')
  .description('restore a backup, of either database, into an empty one, and compare all of it')
  .argument('<file>', 'what `prologue backup` wrote')
  .option('--move', 'nobody has written since it was made: browsers keep their drafts and what they have not sent yet')
  .hook('preAction', keepMemorySmall)
  .action(async (...args: Parameters<Restore>) => (await import('./commands/backup.ts')).restore(...args))

program
  .command('doctor')
  .description('tell what is the matter with the database and what to do; end with 1 where there is a fault')
  .option('--deep', 'read everything: the sums and the audit, too')
  .option('--json', 'print the findings as JSON')
  .action(async (...args: Parameters<Doctor>) => (await import('./commands/doctor.ts')).doctor(...args))

const db = program.command('db').description('look after the database that DATABASE_OWNER_URL names, or else DATABASE_URL')

db.command('migrate')
  .description('bring the schema up to date')
  .action(async () => (await import('./commands/db.ts')).migrateDatabase())

db.command('rollback')
  .description('take back the latest migrations, with all that is in their tables')
  .option('--steps <number>', 'how many', '1')
  .option('--yes', 'you have a backup and mean it')
  .action(async (...args: Parameters<Rollback>) => (await import('./commands/db.ts')).rollbackDatabase(...args))

db.command('status')
  .description('tell which migrations the database has')
  .action(async () => (await import('./commands/db.ts')).showMigrations())

db.command('repair')
  .description('put back triggers and views that are gone')
  .action(async () => (await import('./commands/db.ts')).repairDatabase())

db.command('seed')
  .description('add the templates of the starter library that are missing')
  .action(async () => (await import('./commands/db.ts')).seedDatabase())

db.command('generate')
  .description('fill an empty database with made-up people and what they did, to try things out')
  .option('--scale <number>', 'how much: 1 is a million templates', '0.01')
  .option('--seed <number>', 'the same one gives the same data', '1')
  .action(async (...args: Parameters<GenerateData>) => (await import('./commands/generateData.ts')).generateData(...args))

db.command('check')
  .description('compare the sums that the database keeps with their rows; end with 1 where they differ')
  .action(async () => (await import('./commands/db.ts')).checkSums())

db.command('index')
  .description('write anew what the search reads, and count how common words are')
  .option('--only-count', 'count the words alone, which takes seconds')
  .action(async (...args: Parameters<Index>) => (await import('./commands/db.ts')).indexDatabase(...args))

db.command('grants')
  .description('print the rights that an account of MySQL needs to serve people, as SQL')
  .argument('<account>', 'its name, or name@host')
  .action(async (...args: Parameters<Grants>) => (await import('./commands/db.ts')).printGrants(...args))

const audit = program.command('audit').description('look after the audit in the database that DATABASE_URL names')

audit
  .command('seal')
  .description('seal what is not sealed yet and print the head of the seals')
  .action(async () => (await import('./commands/audit.ts')).seal())

audit
  .command('verify')
  .description('compare the audit with its seals; end with 1 where they differ')
  .option('--head <number:digest>', 'the head that an earlier run printed, to find that the end was cut off')
  .action(async (...args: Parameters<VerifyAudit>) => (await import('./commands/audit.ts')).verify(...args))

program
  .command('privacy')
  .description('do what people may ask for, in the database that DATABASE_URL names')
  .command('erase')
  .description('erase the account with an address and everything it owned, at once; this cannot be undone')
  .argument('<email>', 'the address, which is asked for once more')
  .option('--yes', 'you mean it, and are not asked')
  .action(async (...args: Parameters<Erase>) => (await import('./commands/privacy.ts')).erase(...args))

program
  .command('admin')
  .description('what administrators see, from the database that DATABASE_URL names')
  .command('export')
  .description('print a report as CSV; the audit tells that it was taken')
  .argument('<report>', 'template-popularity, model-usage, user-activity, conversation-overview or audit-volume')
  .option('--from <day>', 'the first day, as YYYY-MM-DD')
  .option('--to <day>', 'the last day')
  .action(async (...args: Parameters<PrintReport>) => (await import('./commands/admin.ts')).printReport(...args))

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(process.exitCode ?? 1)
}
