import { conversationSideSchema, conversationStatusSchema, type ConversationSide } from '@prologue/contracts'
import { PlainSelect } from '../../ui/PlainSelect.tsx'
import styles from './ListFilters.module.css'
import type { ListFilter } from './queries.ts'
import { statusWords } from './statusWords.ts'

const states = conversationStatusSchema.options.map((value) => ({ value, label: statusWords[value].name }))
const sideWords: Readonly<Record<ConversationSide, string>> = { mine: 'Mine', shared: 'Shared with me' }
const sides = [
  { value: 'all' as const, label: 'All owners' },
  ...conversationSideSchema.options.map((value) => ({ value, label: sideWords[value] })),
]

/** Which conversations a list shows: where they stand, and whose they are. */
export function ListFilters(props: {
  filter: Pick<ListFilter, 'status' | 'role'>
  onFilter: (change: Partial<Pick<ListFilter, 'status' | 'role'>>) => void
}) {
  return (
    <div class={styles.filters}>
      <PlainSelect
        label="Which state"
        value={props.filter.status}
        choices={states}
        onChoose={(status) => props.onFilter({ status })}
      />
      <PlainSelect
        label="Whose"
        value={props.filter.role ?? 'all'}
        choices={sides}
        onChoose={(side) => props.onFilter({ role: side === 'all' ? undefined : side })}
      />
    </div>
  )
}
