import { refuse } from './refusal.ts'
import { newId, type Workspace } from './workspace.ts'

const TRIGGER_MS = 3_000

/** The trigger_ids that commands and clicks carry. */
export type Triggers = ReturnType<typeof createTriggers>

/** Triggers live three seconds and open one view. */
export function createTriggers(workspace: Workspace) {
  const issued = new Map<string, { user: string; at: number; spent: boolean }>()
  return {
    /** A fresh trigger_id for something this person did. */
    issue(user: string): string {
      const id = `1.2.${newId('').toLowerCase()}`
      issued.set(id, { user, at: workspace.now(), spent: false })
      return id
    },
    /** Who pulled the trigger; refused if it is unknown, spent or old. */
    spend(id: string): string {
      const trigger = issued.get(id) ?? refuse('invalid_trigger_id')
      if (trigger.spent) refuse('exchanged_trigger_id')
      if (workspace.now() - trigger.at > TRIGGER_MS) refuse('expired_trigger_id')
      trigger.spent = true
      return trigger.user
    },
  }
}
