import Download from 'lucide-solid/icons/download'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { downloadText } from './downloadText.ts'

/** The two ways to bring a text into safety. */
export function TextCopies(props: { text: () => string; title: string }) {
  return (
    <>
      <CopyButton variant="quiet" label="Copy the text" text={() => props.text()} />
      <Button size="small" onClick={() => downloadText(fileName(props.title), props.text())}>
        <Download />
        Save as a file
      </Button>
    </>
  )
}

/** What no file system minds, and people still recognise. */
export function fileName(title: string): string {
  const name = title
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 60)
  return `${name || 'Draft'}.md`
}
