/**
 * Makes `src/core/retrieval/model.json`, and its card, from the question sets: `npm run train -- --eval DIR`. First
 * models are made that leave each fold of articles out, and tell how good such a model is and where its bars lie; then
 * the one that ships, from all of them. The same sets give the same files.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { fitModel, rounded } from './retrieval/fit.ts'
import { auroc, barAt, calibrationError, shareAbove } from './retrieval/figures.ts'
import { fitFolds, type Judged, judge } from './retrieval/folds.ts'
import { modelCard } from './retrieval/model-card.ts'
import { readSquad } from './retrieval/sets.ts'

const { eval: folder } = parseArgs({ options: { eval: { type: 'string' } } }).values
if (folder === undefined) throw new Error('Say where the question sets are: npm run train -- --eval DIR')

const FALSE_ANSWERS = 0.05
/** From here on an answer is given without reserve: so many of those are right. */
const SURELY_RIGHT = 0.85

/** In log odds: the sentence rather has what is asked for than not. */
const HAS = 0

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const squad = readSquad(folder)
const judged = judge(squad, fitFolds(squad, tell))
const of = (...kinds: Judged['kind'][]): Judged[] => judged.filter(({ kind }) => kinds.includes(kind))
const confidences = (some: readonly Judged[]): number[] => some.map(({ confidence }) => confidence)

const [on, off] = [of('on'), of('off')]
const answer = rounded(barAt(FALSE_ANSWERS, confidences(off)), 3)
const sure = sureFrom([...on, ...off], answer)
tell('the model that ships')
const model = { ...fitModel(squad, () => true), bars: { answer, sure, has: HAS } }
writeFileSync('src/core/retrieval/model.json', `${JSON.stringify(model, null, 1)}\n`)
writeFileSync(
  'bench/MODEL.md',
  modelCard({
    date: new Date().toISOString().slice(0, 10),
    model,
    auroc: auroc(confidences(on), confidences(off)),
    answered: shareAbove(answer, confidences(on)),
    calibration: calibrationError([...on, ...off]),
    adversarial: auroc(confidences(on), confidences(of('adversarial'))),
    given: (kind) => of(kind).filter(isGiven).length / of(kind).length,
    counts: { on: on.length, off: off.length, small: of('small on').length },
  }),
)

function isGiven({ confidence, answers }: Judged): boolean {
  return confidence >= answer && answers >= HAS
}

/** The lowest bar above which so many answers are right. */
function sureFrom(all: readonly Judged[], lowest: number): number {
  for (let bar = lowest; bar < 1; bar += 0.01) {
    const given = all.filter(({ confidence }) => confidence >= bar)
    if (given.filter(({ right }) => right).length >= SURELY_RIGHT * given.length) return rounded(bar, 2)
  }
  return 1
}
