import type { Id } from '../../contract.ts'
import type { Index } from '../../retrieval/index.ts'
import { related } from '../../retrieval/retrieve.ts'
import { type Line, markOf } from './line.ts'
import type { Showing } from '../run.ts'

/** What the documents have on a topic that was not shown of late. */
export interface Found {
  topic: string
  line: Line
}

export interface TopicOptions {
  topics: readonly string[]
  shown: readonly Showing[]
  taken: ReadonlySet<string>
}

const BRIEFS = 30
/** Passages to look at for each topic: more where these were shown. */
const PASSAGES = [15, 60]
const LONGEST = 320

/** For each topic the best passage of which the last thirty briefs showed nothing; none where they showed all. */
export function* onTopics(index: Index, { topics, shown, taken }: TopicOptions): Generator<Found | null> {
  const last = marksOfLast(shown, BRIEFS)
  for (const topic of topics) yield onTopic(index, topic, (mark) => last.has(mark) || taken.has(mark))
}

function onTopic(index: Index, topic: string, isShown: (mark: string) => boolean): Found | null {
  for (const most of PASSAGES) {
    const found = related(index, topic, most).find(
      ({ sentence }) => sentence.text.length <= LONGEST && !isShown(markOf(sentence.text)),
    )
    if (found) return { topic, line: { passage: found.passage, sentences: [found.sentence] } }
  }
  return null
}

function marksOfLast(shown: readonly Showing[], briefs: number): Set<string> {
  const last = new Set<Id>()
  for (const { run } of shown) {
    last.add(run)
    if (last.size === briefs) break
  }
  return new Set(shown.filter(({ run }) => last.has(run)).map(({ mark }) => mark))
}
