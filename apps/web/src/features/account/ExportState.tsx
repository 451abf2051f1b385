import { dataExportPath, type DataExport } from '@prologue/contracts'
import { bytesWords } from '../../ui/bytesWords.ts'
import { FileLink } from '../../ui/FileLink.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { fullTime } from '../../ui/time.ts'
import styles from './ExportSection.module.css'

export function ExportProgress(props: { archive: DataExport }) {
  const archive = () => props.archive
  const counted = () => archive().expectedEntries > 0
  return (
    <ProgressBar
      label={archive().state === 'queued' ? 'Waiting for its turn…' : 'Making your archive…'}
      value={counted() ? Math.min(1, archive().entries / archive().expectedEntries) : 0}
      count={
        counted() ? `${archive().entries.toLocaleString('en')} of ${archive().expectedEntries.toLocaleString('en')} entries` : ''
      }
    />
  )
}

export function ExportReady(props: { archive: DataExport }) {
  return (
    <div class={styles.ready}>
      <FileLink href={dataExportPath(props.archive.id)}>Download your archive</FileLink>
      <span class={styles.meta}>
        {bytesWords(props.archive.bytes ?? 0)}, {props.archive.expiresAt && `until ${fullTime(props.archive.expiresAt)}`}
      </span>
    </div>
  )
}
