import type { Case, Kind } from './cases.ts'
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
  /** Of each way of putting a question to the documents of our own, each asked alone and among the others. */
  own: OwnFigures[]
  /** The same of those that were not learned from. */
  heldOut: OwnFigures[]
  counts: { on: number; off: number; small: number; documents: number }
}

export interface OwnFigures {
  put: NonNullable<Case['put']>
  asked: number
  first: number
  answered: number
  rightly: number
}

const TRIED = `**What else was tried** on the same questions and folds, passage / sentence first, in per cent: linear with all 55 features first thought
of 85.6 / 74.0, with those that backward elimination left 86.0 / 75.1; 150 boosted trees of depth 3 or 4 84.8–84.9 / 74.4–74.6, a
network of 16 units 85.2–85.3 / 73.8–74.4, trees and linear together 85.8 / 74.9. Linear was kept: as good, and it can be read. In
knowing, learning in one step whether the sentence is right had an AUROC of .963 off topic, learning first whether the library is
about the question .974; echoes added .002 and a point of answers, more topics .002; adversarial questions in the same
weights cost .02, so the second set of weights, learned with them, only counts where it falls far below the first.

Since then, in a shorter run (echoes and ranking of an article once, from the other folds), AUROC from the questions of other articles /
confident enough at 5 % of them, from .9756 / 88.4 on: less decay, the echo of
unknown words learned (about .7 instead of .85) and a part of the questions reworded .9769 / 89.1; where the names of the question stand,
and how much of the candidates one document has, .001 and a point more; the second set of weights held back by 4 instead of 3 in log
odds half a point more, at .01 of the adversarial AUROC. Over all signals instead of 18, the second set tells right from adversarial
by .724 instead of .698.

What gave nothing, so that it is not there: how common a word is in general, from 200,000 passages of technical documentation and the
other articles, as a prior of its rarity (.9756 / 88.6; with echoes .9762 / 88.4) and as a signal of what is missing (.9752 / 88.3), and
echoes by that commonness (.9772 / 89.2 where one echo for all has .9769 / 89.1): common words stand in what answers somewhat
less often than rarer ones (.62 to .80 of them), too little to tell by. Products of signals .9763 / 88.3 and hinges .9745 / 88.5, from .9764 / 88.8; boosted trees on top of the linear model, in bags
too, .9762–.9772 / 89.0–89.3 from .9778 / 89.4: they gain on articles seen under another library and lose on new ones. Libraries of random articles added .0006 / .1
at double the time.

Questions of our own, cross-validated (the chance that a right answer has greater odds than a near miss / right answers kept where
seven in ten near misses are held back): learned from SQuAD alone .73 / 55, with them .82 / 68; other weights for small libraries
.83 / 70, which also gave half a point of the SQuAD questions at 5 % false; words that stand in headings alone known to the library,
which they were not, .831 / 70.2; persons also by what they do (“the manager”) .832; learning for longer .834 / 70.5. Two signals told who
wrote a question rather than what answers it, how long it is and whether it names anything, and are left out of the second set of
weights: .805 / 67 without them. No gain: trees on top, halves of the documents as libraries.

After that, on 24 documents (the chance as before / right and answered of all but the paraphrased, where a third of the near misses
are): from .803 / 69.1, words that English has no longer taken for slips of others .805 / 69.4; irregular forms brought together .808 / 70.5
(SQuAD .2 more right first, .001 in AUROC); a slip read wholly as the word it is of .807 / 71.0; numbers told apart by what they
count, cost, last or measure .818 / 71.8; a number before what is counted .819 / 72.0; a reason where one is asked for, only
by words that say nothing else (“because”, not “for”) .823 / 72.2; whether the sentence names or says anything new .827 / 72.5; small words
mended and more chatter known, 1 to 2 points of misspelt and chatty ones. Half of the documents had .800 where all had .810. On 40
documents (other questions, so other figures): what the absence of a word says, from .820 / 71.0 to .845 / 74.0, the largest gain of all;
ranking learned from our own questions too: 85.0 to 86.2 of them right first, 88.8 to 90.1 in a document alone, for .05 to .3 of
SQuAD's.

No gain: clauses that only tell the story left out where the library does not know their words .807 from .810, since what is then
asked looks answered; how common an English word is, as an echo and in four signals, .002; words that name the kind of answer
(“date”, “price”) at half weight .000; sentences that lean back by their second word .001; squares and products of signals
.002; other slopes by the kind of answer .004 in the chance, nothing in answers.

Last, ranking on 62 documents, right first of SQuAD / all of our own / each alone: six features that gave neither ranking nor knowing
anything (BM25 over sentences, the length, what the neighbours add, …) taken out 75.4 to 75.7 / 85.3 to 85.5 / 90.0 to 90.2; how much is new in a
sentence, next to the question's words too, and whether it begins with one of them, from 75.2 / 84.6 / 89.8 to 76.0 / 84.9 / 90.3. A
network in its place, 76.0 / 85.9 / 90.1 where linear had 75.7 / 85.5 / 90.2, was not worth its weights; nor were absences of words (.0), choosing among
the best three sentences by how likely each answers (right first .4 more of ours, 1 less of SQuAD's), or what stands in one clause (.0).
Knowing, on 48 documents (the chance / right answers kept where three in ten near misses are): from .846 / 71.9, occasions as reasons (“after”,
“when”), questions for yes or no told from others, and slips looked up as what they mean .847 / 72.3; 16 units beside the weights .861 / 74.3, learned at a fifth of the rate (at the old rate .851 / 72.9, 32 units .863 / 74.2, units for the
topic .000); where new words stand among the question's, and their order .865 / 74.5. On the held-out documents the units gave .834 where weights alone had .819,
and as many answers at three in ten. On 66 documents: reasons told by how English puts them (“, for the road was flooded”, “to keep it out”) .861 / 73.4 to
.863 / 73.8, and of questions that ask why .745 to .801; the SQuAD questions counted twice, and five times in small libraries, .002 less of ours for
.02 of the adversarial ones and .004 of those near the topic in small libraries: real askers keep what our writers do alike from being taken for a rule.
Such rules were that questions for several things (“what are the”) need a list (of ours no right answer lacked one, of SQuAD's more right than wrong
ones did) or, asking “which”, a name (of SQuAD's right and wrong ones 8 % lacked it): neither is there, at .003 of the chance and none of the answers at one
in four.

On 80 documents, the last twelve of which give reasons mostly without a word for it (the chance / answered rightly where a third of the near misses
are / right first of SQuAD): more forms of reasons, among them what is told as a result (“the pump failed, flooding the cellar”), from .849 / 73.2 / 76.7
to .851 / 73.5 / 76.8, and of questions that ask why .65 to .74 in those twelve and .78 to .81 in the others, before a review narrowed them (“is behind
the school” is no reason); words that mean much the same, from WordNet, .855 / 74.1 / 77.5. A synonym stands for 7 % of the words that a right answer
lacks, and for 3 % of those of a near miss; by cause (“kill”, “die”), by root and among similar adjectives two to four times as often, by a more general word
hardly more often. Four networks of eight units, learned from other beginnings and weighed together, .8578 where one of sixteen had
.8571 in the same run; single ones differ by .2 to .3 in the log odds of one question. No gain: not counting a word as absent whose synonym stands there .852; SQuAD's questions counted
three times in ranking (.6 more of SQuAD's right first, .5 less of ours); a name wanted by “which countries” too; phrases such as “by hand” read as one word in
documents too, where “in total” then no longer answered “what is the total”.

On the same documents (the chance of questions for when / who / how long): hours and weekdays as times, “a week” as a span, “may” told from May,
one name at a sentence's beginning, from .916 / .857 / .894 to .919 / .862 / .901. Of 920 questions with another name or number in the place of the
document's, 37.2 % were answered at the bar, beside 27.3 % of the near misses and 74.0 % of the direct ones rightly; learned from at a quarter of the
others' weight 24.3 / 26.2 / 73.7 (.001 of the chance), at half of it, with words in lower case that neither the library nor English has (“munich”)
taken for names, 21.3 / 25.8 / 72.9 (.005), which held back chatty ones. Of what would be answered though it names what the library has never
seen, 19 were right and 202 wrong (counted with the model made of all), so that no such name is answered about; of such acronyms 18 were right and 15 wrong, since they stand there
written out.`

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** What a reader of the model's file should know of it. */
export function modelCard(figures: CardFigures): string {
  const { date, model, counts } = figures
  return `# The model: \`src/core/retrieval/model.json\`

Made ${date} by \`npm run train -- --eval DIR\`; the same sets give the same file.

**What it is.** Linear, but for a few units. *Echoes*: how often a word of a question stands in the passage that answers it, for
${Object.keys(model.echoes).length} stems, and ${model.usualEcho} for all others. *Absences*: what it says that such a word is not in the best sentence, for
${Object.keys(model.absences).length} stems, in log odds: “allow” and “happen” are seldom in the answer, and without “price” there
seldom is one. *Ranking*: a weight for each feature of a candidate sentence (\`features.ts\`), by conditional logit over the
sentences of the candidates. *Confidence*: two sets of weights for signals (\`signals.ts\`), by logistic regression: whether the library is about the
question, and whether the sentence answers it, the second with ${model.confidence.answers.units.length} units beside them that each add something where what they weigh is
above 0 (networks with one layer, learned apart and weighed together); then set to how often it does.

**What it was made from.** Questions and passages of SQuAD 2.0's development set (11 articles with answers, 10 whose questions serve
as off topic), CC BY-SA 4.0, not part of this repository. Learned in large libraries and in libraries of a few
passages of one article, whose other questions are near the topic; a part of the questions also as keywords, in lower case, with
slips, and with an everyday word more. Nothing of its text is in the file but single stems. And ${counts.documents} documents of our own with questions
as colleagues put them (\`bench/questions/\`), each written by one who saw only that document, a third of the questions on its very
topic and not answered in it, and some that it answers also with another name or number in the place of the document's: from them come the echoes of everyday words, a part of the ranking, the absences, and most of what tells an
answer from a near miss. (What is absent from a document's own answers is learned from the other documents.)

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
| our own, another name or number in the place of the document's: answered | ${percent(figures.given('own swapped'))} |

The documents of our own, cross-validated by document, each asked alone and among the others:

${ownTable(figures.own)}

Documents by other writers (\`bench/held-out/\`), which nothing was learned from:

${ownTable(figures.heldOut)}

${TRIED}

**Where it is weak.** Near their topic it still answers ${percent(openAnswered(figures.own))} of the questions that our documents leave open, and of chatty ones it
holds back many that it could answer. Said in quite other words, a question hardly ever finds its answer: synonyms speak for a sentence
that other words have found.

An answer is given from a confidence of ${model.bars.answer} on, where also the odds are not much less than even that the sentence has what is asked for (log
odds of ${model.bars.has} or more), and
without reserve from ${model.bars.sure} on: there 85 in a hundred are right. From log odds of ${model.bars.may} on, one in four, the documents may say.
Ranking and speed beside other engines: \`RESULTS.md\`.

${weightsOf(model)}`
}

function openAnswered(figures: readonly OwnFigures[]): number {
  return figures.find(({ put }) => put === 'near-topic')?.answered ?? 0
}

function ownTable(figures: readonly OwnFigures[]): string {
  const rows = figures.map(({ put, asked, first, answered, rightly }) => {
    const ofRight = (share: number): string => (isOpen(put) ? '–' : percent(share))
    return `| ${put} | ${asked} | ${ofRight(first)} | ${percent(answered)} | ${ofRight(rightly)} |`
  })
  return [
    '| put | asked | the right sentence first | answered | answered rightly |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

function isOpen(put: OwnFigures['put']): boolean {
  return put === 'near-topic' || put === 'far'
}

function weightsOf(model: ModelFile): string {
  const { about, answers } = model.confidence
  const rows = Object.keys(about.weights).map((name) => {
    const columns = [about, answers].flatMap(({ weights, small }) => [weights[name], small[name]])
    return `| ${name} | ${columns.join(' | ')} |`
  })
  const ranking = Object.entries(model.ranking).map(([name, weight]) => `| ${name} | ${weight} |`)
  return `## Ranking

| feature | weight |
|---|---|
${ranking.join('\n')}

## Confidence

Log odds that the library is about the question, and that the sentence has what it asks for, each with what is added as the
library is small (see \`smallnessOf\`); the lesser counts, the second with
${model.confidence.allowance} added; times ${model.confidence.slope}, ${model.confidence.bias} added.

| signal | about | added where small | answers | added where small |
|---|---|---|---|---|
${rows.join('\n')}
| bias | ${about.bias} | | ${answers.bias} | |

The ${answers.units.length} units are in the file only.
`
}
