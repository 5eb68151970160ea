import type { Instant } from '../../contract.ts'
import type { Passage } from '../../library/document.ts'
import { type Line, markOf as markOfText } from './line.ts'
import type { Showing, Shown } from '../run.ts'

/** The passage whose turn it is. */
export interface Reading {
  line: Line
  /** The passage itself, beside the sentences shown. */
  shown: Shown[]
  /** All of it was shown within the last thirty days: nothing newer is left. */
  again: boolean
  /** It is the last one in order: the next brief begins the documents again. */
  end: boolean
}

export interface ReadingOptions {
  /** In the order in which they are read. */
  passages: readonly Passage[]
  /** The same for passages of the same text. */
  markOf: (passage: Passage) => string
  /** What was shown at the place. */
  shown: readonly Showing[]
  /** From when on what was shown is not shown again. */
  since: Instant
  /** Sentences that this brief shows already. */
  taken: ReadonlySet<string>
  /** The sentences that stand for a passage; none where it has nothing to read out. */
  choose: (passage: Passage, without: ReadonlySet<string>) => Line['sentences']
}

/** In a library of more passages each later round has its end, too. */
const SMALL = 30

/**
 * The first passage in order that was never read; when all were, the one that was read longest ago, and of it what was
 * not shown of late. Only where all was, something is shown again: what was shown longest ago.
 */
export function nextReading(options: ReadingOptions): Reading | null {
  const { passages, markOf, shown, since, taken, choose } = options
  const read = new Map<string, Instant>()
  const recent = new Set(taken)
  for (const { mark, part, at } of shown) {
    if (part === 'reading') read.set(mark, Math.max(at, read.get(mark) ?? 0))
    if (at >= since) recent.add(mark)
  }
  const order = inOrder(passages, (passage) => read.get(markOf(passage)))
  const now = order.find((passage) => choose(passage, recent).length > 0)
  if (!now) return longestUnseen(options)
  const sentences = choose(now.passage, recent)
  const after = new Set([...recent, ...sentences.map(({ text }) => markOfText(text))])
  const next = order.find((passage) => choose(passage, after).length > 0, now)
  const isRound = !now.isRead || passages.length > SMALL
  return {
    line: { passage: now.passage, sentences },
    shown: [{ mark: markOf(now.passage), part: 'reading' }],
    again: false,
    end: next === undefined || (isRound && next.isRead && next.turn < now.turn),
  }
}

interface Turn {
  passage: Passage
  turn: number
  isRead: boolean
}

/** Passages in the order in which they are read: those that were not in the library's, then those read longest ago. */
function inOrder(passages: readonly Passage[], readAt: (passage: Passage) => Instant | undefined) {
  let before: Turn[] | undefined
  function* turns(): Generator<Turn> {
    for (const [turn, passage] of passages.entries())
      if (readAt(passage) === undefined) yield { passage, turn, isRead: false }
    before ??= passages
      .map((passage, turn) => ({ passage, turn, isRead: true }))
      .filter(({ passage }) => readAt(passage) !== undefined)
      .sort((a, b) => (readAt(a.passage) ?? 0) - (readAt(b.passage) ?? 0))
    yield* before
  }
  return {
    /** The first that is so, after a given one if there is one, which itself comes last. */
    find(is: (passage: Passage) => boolean, after?: Turn): Turn | undefined {
      let open = after === undefined
      for (const turn of turns()) {
        if (open && is(turn.passage)) return turn
        open ||= turn.turn === after?.turn
      }
      return after && is(after.passage) ? after : undefined
    },
  }
}

/** What was shown longest ago. */
function longestUnseen({ passages, markOf, shown, taken, choose }: ReadingOptions): Reading | null {
  const last = new Map<string, Instant>()
  for (const { mark, at } of shown) last.set(mark, Math.max(at, last.get(mark) ?? 0))
  for (const oldest of [...new Set(last.values())].sort((a, b) => a - b)) {
    const later = [...last].flatMap(([mark, at]) => (at > oldest ? [mark] : []))
    const without = new Set([...taken, ...later])
    const passage = passages.find((one) => choose(one, without).length > 0)
    if (!passage) continue
    const line = { passage, sentences: choose(passage, without) }
    return { line, shown: [{ mark: markOf(passage), part: 'reading' }], again: true, end: false }
  }
  return null
}
