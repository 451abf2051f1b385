/** Why an answer ended that somebody stopped. The one sentence of the program's own that keeps a person's name. */
export function stoppedBy(name: string): string {
  return `Stopped by ${name}.`
}
