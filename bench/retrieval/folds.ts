/** Cross-validation by article: what is reported of an article was learned from the others. */

import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { ModelFile } from '../../src/core/retrieval/model.ts'
import type { Material } from './cases.ts'
import type { Judged } from './judged.ts'

const FOLDS = 5

/** Documents are dealt out in the order of their names. */
export function foldsOf({ squad, own }: Material): ((document: string) => boolean)[] {
  const named = (questions: readonly { document: string }[]): string[] =>
    [...new Set(questions.map(({ document }) => document))].sort()
  const documents = [...named(squad.labelled), ...named(squad.unlabelled), ...named(own)]
  return Array.from(
    { length: FOLDS },
    (_, fold) => (document) => documents.indexOf(document) % FOLDS === fold,
  )
}

/** What a process makes: the model without a fold, or of everything where none is said. */
export interface Fitting {
  folder: string
  fold?: number
}

export interface Fitted {
  model: Omit<ModelFile, 'bars'>
  /** All cases of the fold, each judged by a model that has seen nothing of its article. */
  judged: Judged[]
}

/** In the order of `foldsOf`; then, where it is wanted, the model of everything. */
export async function fitFolds(
  folder: string,
  tell: (line: string) => void,
  everything = false,
): Promise<Fitted[]> {
  const fittings: Fitting[] = Array.from({ length: FOLDS }, (_, fold) => ({ folder, fold }))
  if (everything) fittings.push({ folder })
  const fitted: Fitted[] = []
  const left = fittings.entries()
  // The lanes share what is left, so that each takes the next as it gets free.
  const lane = async (): Promise<void> => {
    for (const [at, fitting] of left) {
      tell(fitting.fold === undefined ? 'all folds together' : `without fold ${fitting.fold + 1} of ${FOLDS}`)
      fitted[at] = await fitInProcess(fitting)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, lane))
  return fitted
}

async function fitInProcess(fitting: Fitting): Promise<Fitted> {
  const child = fork(fileURLToPath(new URL('fitting.ts', import.meta.url)), { serialization: 'advanced' })
  child.send(fitting)
  const ended = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`The process that makes a model ended with ${String(signal ?? code)}`)
  })
  const [fitted] = (await Promise.race([once(child, 'message'), ended])) as [Fitted]
  child.disconnect()
  return fitted
}
