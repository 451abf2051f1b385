#!/usr/bin/env node
import { Command } from 'commander'

// Each command loads only what it needs: composing a prompt opens no database.
type Generate = typeof import('./commands/generate.ts').generate

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

try {
  await program.parseAsync()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
