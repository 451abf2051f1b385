import { initialSchema } from './001_initial_schema.ts'
import { triggersAndViews } from './002_triggers_and_views.ts'
import { initialData } from './003_initial_data.ts'
import type { Migration } from './migration.ts'

/** In the order they are applied; one that was released never changes. */
export const migrations: readonly Migration[] = [initialSchema, triggersAndViews, initialData]
