import type { TemplateUsage } from '@prologue/contracts'
import { For, Show } from 'solid-js'
import styles from './UsageChart.module.css'
import { dayWord, usageFigures, usesWord, weeksOf } from './usageFigures.ts'

type Day = TemplateUsage[number]

/** Units of the drawing: a day is ten wide, two of which part it from the next. */
const dayWidth = 10
const height = 100
const gap = 2
/** A single use is seen beside a day of thousands. */
const least = 3

/** A bar a day, and the same by weeks as a table for who wants numbers. */
export function UsageChart(props: { days: readonly Day[]; busiest: Day; ever: number }) {
  const all = () => usageFigures(props.days).all
  const tall = (uses: number) => (uses === 0 ? 0 : Math.max(least, (uses / props.busiest.uses) * height))
  const summary = () => `${usesWord(all())} in 90 days, most on ${dayWord(props.busiest.day)}: ${usesWord(props.busiest.uses)}`
  return (
    <figure class={styles.usage}>
      <figcaption class={styles.figures}>
        <strong class={styles.all}>{usesWord(all())}</strong>
        <span class={styles.more}>
          most on {dayWord(props.busiest.day)}: {props.busiest.uses.toLocaleString('en')}
          <Show when={props.ever > all()}> · {props.ever.toLocaleString('en')} in all</Show>
        </span>
      </figcaption>
      <svg
        class={styles.chart}
        viewBox={`0 0 ${props.days.length * dayWidth} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary()}
      >
        <For each={props.days}>
          {(day, index) => (
            <g class={styles.day}>
              <title>
                {dayWord(day.day)}: {usesWord(day.uses)}
              </title>
              {/* The whole column answers to the pointer, also of a day without uses. */}
              <rect class={styles.column} x={index() * dayWidth} width={dayWidth} height={height} />
              <rect
                class={styles.bar}
                x={index() * dayWidth + gap / 2}
                y={height - tall(day.uses)}
                width={dayWidth - gap}
                height={tall(day.uses)}
              />
            </g>
          )}
        </For>
      </svg>
      <p class={styles.span} aria-hidden="true">
        <span>{dayWord(props.days[0]?.day ?? props.busiest.day)}</span>
        <span>{dayWord(props.days.at(-1)?.day ?? props.busiest.day)}</span>
      </p>
      <details class={styles.details}>
        <summary class={styles.summary}>By weeks, in numbers</summary>
        <table class={styles.table}>
          <caption class="visually-hidden">Uses in each week</caption>
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col" class={styles.uses}>
                Uses
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={weeksOf(props.days)}>
              {(week) => (
                <tr>
                  <th scope="row">
                    {dayWord(week.from)} to {dayWord(week.to)}
                  </th>
                  <td class={styles.uses}>{week.uses.toLocaleString('en')}</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </details>
    </figure>
  )
}
