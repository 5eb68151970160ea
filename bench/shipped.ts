import { openAssistant } from '../src/commands/open.ts'
import type { Assistant } from '../src/core/assistant.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'

/** The core as it is shipped, on the documents in data/. */
export function openShipped(): Promise<Assistant> {
  return openAssistant({
    dataDir: 'data',
    cacheDir: temporaryFolder(),
    program: ['dist/main.cjs', 'read'],
    locale: 'en',
    warn: () => {},
  })
}
