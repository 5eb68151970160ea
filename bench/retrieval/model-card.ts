import type { Kind } from './cases.ts'
import type { ModelFile } from '../../src/core/retrieval/model.ts'

export interface CardFigures {
  date: string
  model: ModelFile
  auroc: number
  answered: number
  calibration: number
  adversarial: number
  /** The share of a kind's questions that are answered. */
  given: (kind: Kind) => number
  counts: { on: number; off: number; small: number }
}

const TRIED = `**What else was tried** on the same questions and folds, passage / sentence first, in per cent: linear with all 55 features first thought
of 85.6 / 74.0, with those that backward elimination left 86.0 / 75.1; 150 boosted trees of depth 3 or 4 84.8–84.9 / 74.4–74.6, a
network of 16 units 85.2–85.3 / 73.8–74.4, trees and linear together 85.8 / 74.9. Linear was kept: as good, and it can be read. In
knowing, learning whether the sentence is right in one step gave an AUROC of .963 off topic, learning first whether the library is
about the question .974; echoes added .002 and a point of answers, more topics .002; adversarial questions in the same
weights cost .02, so they have weights of their own.

**Where it is weak.** Near its topic it still answers a quarter of the questions that a document leaves open; and on questions put in
other words than the document's it says more often than it must that the documents may not say. Words in other words (synonyms) it does not know.`

/** What a reader of the model's file should know of it. */
export function modelCard(figures: CardFigures): string {
  const { date, model, counts } = figures
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  return `# The model: \`src/core/retrieval/model.json\`

Made ${date} by \`npm run train -- --eval DIR\`; the same sets give the same file.

**What it is.** Three linear things. *Echoes*: how often a word of a question stands in the passage that answers it, for
${Object.keys(model.echoes).length} stems. *Ranking*: a weight for each feature of a candidate sentence (\`features.ts\`), by conditional logit over the
sentences of the candidates. *Confidence*: two sets of weights for signals (\`signals.ts\`), by logistic regression: whether the library is about the
question, and whether the sentence answers it; then set to how often it does.

**What it was made from.** Questions and passages of SQuAD 2.0's development set (11 articles with answers, 10 whose questions serve
as off topic), CC BY-SA 4.0, not part of this repository. Learned in large libraries and in libraries of a few
passages of one article, whose other questions are near the topic; a part of the questions also as keywords, in lower case and with
slips. Nothing of its text is in the file but single stems.

**What it is for.** English questions on English documents. In other languages its weights serve too, unmeasured.

**How good it is**, cross-validated by article (${counts.on} questions on topic, ${counts.off} off topic, ${counts.small} in small libraries):

| | |
|---|---|
| on topic from off topic, AUROC | ${figures.auroc.toFixed(3)} |
| confident enough at the bar of ${model.bars.answer} (5 % of those off topic are) | ${percent(figures.answered)} |
| answered: on topic, off topic, adversarial | ${percent(figures.given('on'))}, ${percent(figures.given('off'))}, ${percent(figures.given('adversarial'))} |
| expected calibration error | ${figures.calibration.toFixed(3)} |
| answerable from adversarial questions, AUROC | ${figures.adversarial.toFixed(3)} |
| a few passages: answered when they answer | ${percent(figures.given('small on'))} |
| a few passages: answered when only others of the article do | ${percent(figures.given('small near'))} |
| a few passages: answered when only other articles do | ${percent(figures.given('small far'))} |

${TRIED}

An answer is given from a confidence of ${model.bars.answer} on, where the sentence also rather has what is asked for than not, and
without reserve from ${model.bars.sure} on: there 85 in a hundred are right.
Ranking and speed beside other engines: \`RESULTS.md\`.

${weightsOf(model)}`
}

function weightsOf(model: ModelFile): string {
  const { about, answers } = model.confidence
  const rows = Object.keys(about).map((name) => `| ${name} | ${about[name]} | ${answers[name]} |`)
  const ranking = Object.entries(model.ranking).map(([name, weight]) => `| ${name} | ${weight} |`)
  return `## Ranking

| feature | weight |
|---|---|
${ranking.join('\n')}

## Confidence

Log odds that the library is about the question, and that the sentence has what it asks for; the lesser counts, the second with
${model.confidence.allowance} added; times ${model.confidence.slope}, ${model.confidence.bias} added.

| signal | about | answers |
|---|---|---|
${rows.join('\n')}
`
}
