import { PlainSelect } from '../../ui/PlainSelect.tsx'
import styles from './ListFilters.module.css'
import type { ListFilter } from './queries.ts'
import { statuses, statusWords } from './statusWords.ts'

const states = statuses.map((value) => ({ value, label: statusWords[value].name }))
const sides = [
  { value: 'all', label: 'All owners' },
  { value: 'mine', label: 'Mine' },
  { value: 'shared', label: 'Shared with me' },
] as const

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
