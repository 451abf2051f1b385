import { limits, templateCategories, templateFamilies } from '@prologue/contracts'
import { useQuery } from '@tanstack/solid-query'
import { For, Show } from 'solid-js'
import { api } from '../../api.ts'
import type { TemplateView } from '../../templateView.ts'
import { Choices } from '../../ui/Choices.tsx'
import { SelectField, TextArea, TextField } from '../../ui/Field.tsx'
import { TagsField } from '../../ui/TagsField.tsx'
import { categoryWords, familyWords, visibilityHints, visibilityWords } from '../../ui/templateWords.ts'
import type { DetailsSaving } from './createDetails.ts'
import styles from './DetailsPanel.module.css'

/** What is said of a template, whatever its versions say. */
export function DetailsPanel(props: { template: TemplateView; details: DetailsSaving }) {
  const known = useQuery(() => ({
    queryKey: ['library-tags'],
    queryFn: () => api.library.facets.query({ scope: 'public' }),
    staleTime: 600_000,
  }))
  const isPublished = () => props.template.latestNumber > 0
  const note = () => {
    const hint = visibilityHints[props.details.now().visibility]
    return `${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`
  }
  const visibilities = () =>
    (['private', 'unlisted', 'organization', 'public'] as const)
      .filter((value) => value !== 'organization' || props.details.now().visibility === 'organization')
      .map((value) => ({ value, label: visibilityWords[value] }))
  return (
    <div class={styles.panel}>
      <TextField
        label="Title"
        autocomplete="off"
        maxlength={limits.title}
        value={props.details.now().title}
        error={props.details.faults().title}
        onInput={(event) => props.details.change({ title: event.currentTarget.value }, 'soon')}
      />
      <TextArea
        label="Description"
        hint="What it is for, in a sentence or two"
        rows={3}
        value={props.details.now().description}
        error={props.details.faults().description}
        onInput={(event) => props.details.change({ description: event.currentTarget.value }, 'soon')}
      />
      <div class={styles.pair}>
        <SelectField
          label="Category"
          value={props.details.now().category}
          onChange={(event) => {
            const category = templateCategories.find((one) => one === event.currentTarget.value)
            if (category) props.details.change({ category })
          }}
        >
          <For each={templateCategories}>
            {(category) => (
              <option value={category} selected={category === props.details.now().category}>
                {categoryWords[category]}
              </option>
            )}
          </For>
        </SelectField>
        <SelectField
          label="Written for"
          value={props.details.now().family ?? ''}
          onChange={(event) => {
            const family = templateFamilies.find((one) => one === event.currentTarget.value) ?? null
            props.details.change({ family })
          }}
        >
          <option value="" selected={props.details.now().family === null}>
            Any model
          </option>
          <For each={templateFamilies}>
            {(family) => (
              <option value={family} selected={family === props.details.now().family}>
                {familyWords[family]}
              </option>
            )}
          </For>
        </SelectField>
      </div>
      <TagsField
        label="Tags"
        value={props.details.now().tags}
        known={known.data?.tags.map(({ value }) => value) ?? []}
        onChange={(tags) => props.details.change({ tags: [...tags] })}
      />
      <div class={styles.visibility}>
        <Show
          when={isPublished()}
          fallback={
            <>
              <p class={styles.label}>Who finds it</p>
              <p class={styles.note}>Only you, until its first version is published. Then you can open it to others.</p>
            </>
          }
        >
          <Choices
            legend="Who finds it"
            value={props.details.now().visibility}
            choices={visibilities()}
            onChoose={(visibility) => props.details.change({ visibility })}
          />
          <p class={styles.note}>{note()}</p>
        </Show>
      </div>
    </div>
  )
}
