import type { Finding } from '@prologue/prompt-kit'
import CircleAlert from 'lucide-solid/icons/circle-alert'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { createMemo, Match, Show, Switch } from 'solid-js'
import { Button } from '../../ui/Button.tsx'
import { ById } from '../../ui/ById.tsx'
import { placeWords, severityWords } from './findingPlaces.ts'
import styles from './FindingList.module.css'

/** What can be done about a finding from where it is listed. */
export type FindingActs = {
  onFix: (finding: Finding) => void
  /** Leaves this one as it is, by a comment in the text. */
  onLeave: (finding: Finding) => void
  /** Undefined for who has nowhere to keep that. */
  onTurnOff: ((rule: string) => void) | undefined
}

/** `onGo` leads to the place; without `acts` nothing is done from here. */
export function FindingList(props: {
  findings: readonly Finding[]
  text: string
  onGo: (finding: Finding) => void
  acts?: FindingActs | undefined
}) {
  const rows = createMemo(() => withIds(props.findings))
  return (
    <ul class={styles.list}>
      <ById each={rows()}>
        {(row) => (
          <li class={styles.item} data-severity={row().finding.severity}>
            <Switch fallback={<Info size={16} class={styles.icon ?? ''} />}>
              <Match when={row().finding.severity === 'error'}>
                <CircleAlert size={16} class={styles.icon ?? ''} />
              </Match>
              <Match when={row().finding.severity === 'warning'}>
                <TriangleAlert size={16} class={styles.icon ?? ''} />
              </Match>
            </Switch>
            <div class={styles.body}>
              <button type="button" class={styles.go} onClick={() => props.onGo(row().finding)}>
                <span class="visually-hidden">{severityWords[row().finding.severity]}: </span>
                <span class={styles.message}>{row().finding.message}</span>
                <span class={styles.place}>{placeWords(props.text, row().finding) ?? 'In the variables'}</span>
              </button>
              <p class={styles.why}>
                {row().finding.why} <Source of={row().finding} />
              </p>
              <Show when={props.acts}>{(acts) => <Ways finding={row().finding} acts={acts()} />}</Show>
            </div>
          </li>
        )}
      </ById>
    </ul>
  )
}

/** Found again in another reading, a finding is the same one: it keeps its row and the focus in it. */
function withIds(findings: readonly Finding[]) {
  const met = new Map<string, number>()
  return findings.map((finding) => {
    const kind = `${finding.rule} ${finding.message}`
    const order = (met.get(kind) ?? 0) + 1
    met.set(kind, order)
    return { id: `${kind} ${order}`, finding }
  })
}

/** Where a rule comes from; its name stands there as it is switched off by. */
function Source(props: { of: Finding }) {
  return (
    <Show when={props.of.source.startsWith('https:')} fallback={<code class={styles.rule}>{props.of.rule}</code>}>
      <a
        class={styles.rule}
        href={props.of.source}
        target="_blank"
        rel="noreferrer"
        title="Where this rule comes from, in a new window"
      >
        <code>{props.of.rule}</code>
      </a>
    </Show>
  )
}

function Ways(props: { finding: Finding; acts: FindingActs }) {
  return (
    <div class={styles.ways}>
      <Show when={props.finding.fix}>
        {(fix) => (
          <Button size="small" class={styles.way} title={fix().title} onClick={() => props.acts.onFix(props.finding)}>
            {fix().title}
          </Button>
        )}
      </Show>
      <Show when={props.finding.range.start < props.finding.range.end}>
        <Button
          size="small"
          variant="plain"
          class={styles.way}
          title="Writes a comment into the text: the checker leaves this place alone"
          onClick={() => props.acts.onLeave(props.finding)}
        >
          Leave it here
        </Button>
      </Show>
      <Show when={props.acts.onTurnOff}>
        {(turnOff) => (
          <Button
            size="small"
            variant="plain"
            class={styles.way}
            title={`${props.finding.rule} finds nothing any more, in all that you write`}
            onClick={() => turnOff()(props.finding.rule)}
          >
            Turn this rule off
          </Button>
        )}
      </Show>
    </div>
  )
}
