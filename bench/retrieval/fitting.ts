/** A process that makes one model, and judges the cases that it was made without. */

import { once } from 'node:events'
import { toModel } from '../../src/core/retrieval/model.ts'
import { createCases, readMaterial } from './cases.ts'
import { fitModel } from './fit.ts'
import { type Fitted, type Fitting, foldsOf } from './folds.ts'
import { judge } from './judged.ts'

const [{ folder, fold }] = (await once(process, 'message')) as [Fitting]
const material = await readMaterial(folder)
const inFold = (fold === undefined ? undefined : foldsOf(material)[fold]) ?? (() => false)
const model = fitModel(material, (document) => !inFold(document))
const judging = toModel({ ...model, bars: { answer: 0.5, sure: 0.5, has: 0, may: 0 } })
const fitted: Fitted = {
  model,
  judged: createCases(material, inFold).map((one) => judge(one, judging)),
}
process.send?.(fitted)
