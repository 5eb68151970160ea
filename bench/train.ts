/**
 * Makes `src/core/retrieval/model.json`, and its card, from the question sets: `npm run train -- --eval DIR`. First
 * models are made that leave each fold of articles out, and tell how good such a model is and where its bars lie; then
 * the one that ships, from all of them. The same sets give the same files.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { toModel } from '../src/core/retrieval/model.ts'
import { readMaterial } from './retrieval/cases.ts'
import { auroc, barAt, calibrationError, shareAbove } from './retrieval/figures.ts'
import { fitFolds } from './retrieval/folds.ts'
import { type Judged, judge } from './retrieval/judged.ts'
import { modelCard, type OwnFigures } from './retrieval/model-card.ts'
import { ownCases } from './retrieval/own-cases.ts'
import { readOwn } from './retrieval/own.ts'
import { rounded } from './retrieval/rounded.ts'

const { eval: folder } = parseArgs({ options: { eval: { type: 'string' } } }).values
if (folder === undefined) throw new Error('Say where the question sets are: npm run train -- --eval DIR')

const FALSE_ANSWERS = 0.05
/** From here on an answer is given without reserve: so many of those are right. */
const SURELY_RIGHT = 0.85

/** Somewhat below even odds: so seven in ten of the questions near our documents' topics are not answered, with some to spare. */
const HAS = -0.25
/** Log odds of one in four: below, it is not said that the documents may say. */
const MAY = -1.1

const PUT = ['direct', 'keyword', 'misspelt', 'chatty', 'paraphrased', 'near-topic', 'far'] as const

/** Put to the others without the document, or about something else. */
const LEFT_OUT = new Set<Judged['kind']>(['own off', 'own swapped'])

const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const { own } = await readMaterial(folder)
const fitted = await fitFolds(folder, tell, true)
const judged = fitted.flatMap((one) => one.judged)
const of = (...kinds: Judged['kind'][]): Judged[] => judged.filter(({ kind }) => kinds.includes(kind))
const confidences = (some: readonly Judged[]): number[] => some.map(({ confidence }) => confidence)

const [on, off] = [of('on'), of('off')]
const answer = rounded(barAt(FALSE_ANSWERS, confidences(off)), 3)
const sure = sureFrom([...on, ...off], answer)
const everything = fitted.at(-1)
if (everything === undefined) throw new Error('No model was made.')
const model = { ...everything.model, bars: { answer, sure, has: HAS, may: MAY } }
const shipped = toModel(model)
const heldOut = ownCases(await readOwn('heldOut'), () => true).map((one) => judge(one, shipped))
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
    given: (kind) => shareOf(of(kind), isGiven),
    own: ownFigures(judged),
    heldOut: ownFigures(heldOut),
    counts: { on: on.length, off: off.length, small: of('small on').length, documents: own.length },
  }),
)

function isGiven({ confidence, answers, unseen }: Judged): boolean {
  return confidence >= answer && answers >= HAS && !unseen
}

function shareOf<One>(some: readonly One[], is: (one: One) => boolean): number {
  return some.filter(is).length / some.length
}

/** By how they are put. */
function ownFigures(all: readonly Judged[]): OwnFigures[] {
  return PUT.map((put) => {
    const asked = all.filter((one) => one.put === put && !LEFT_OUT.has(one.kind))
    return {
      put,
      asked: asked.length,
      first: shareOf(asked, ({ right }) => right),
      answered: shareOf(asked, isGiven),
      rightly: shareOf(asked, (one) => one.right && isGiven(one)),
    }
  })
}

/** The lowest bar above which so many answers are right. */
function sureFrom(all: readonly Judged[], lowest: number): number {
  for (let bar = lowest; bar < 1; bar += 0.01) {
    const given = all.filter(({ confidence }) => confidence >= bar)
    if (given.filter(({ right }) => right).length >= SURELY_RIGHT * given.length) return rounded(bar, 2)
  }
  return 1
}
