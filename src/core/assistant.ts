import { documentsCard, type Status, statusCard, topicsCard } from './about-cards.ts'
import { findingCard, noticeCard, restated, withLine } from './cards.ts'
import { ABOUT, topicOf } from './commands.ts'
import type { Card, Request } from './contract.ts'
import type { Index } from './retrieval/index.ts'
import { type Finding, retrieve } from './retrieval/retrieve.ts'
import { type SmallTalk, smallTalk } from './small-talk.ts'
import * as wording from './wording.ts'

/** Longer questions are read as far as this many characters. */
export const LONGEST_QUESTION = 1000
const TITLES_NAMED = 5

export interface Assistant {
  /** What is to be said to the words, as data. */
  consider(text: string, thread?: readonly string[]): Reply
  /** The reply as people see it. */
  card(reply: Reply): Card
  /** Pure: the same request on the same library gives the same. */
  respond(request: Request): Told
}

export interface Told {
  card: Card
  /** Of a question: what the library has on it. */
  found?: Finding['outcome']
}

export type Reply = { is: 'notice'; notice: SmallTalk } | { is: 'finding'; finding: Finding; cut: boolean }

export interface AssistantOptions {
  index: Index
  locale: string
  /** How the process is; without it only the documents can be told of. */
  status?: () => Status
  /** A line for whoever opens a conversation on how to reach us elsewhere. */
  welcome?: string
}

export function createAssistant({ index, locale, welcome, status }: AssistantOptions): Assistant {
  const consider = (text: string, thread: readonly string[] = []): Reply => {
    const notice = smallTalk(text)
    if (notice) return { is: 'notice', notice }
    const asked = cutQuestion(text)
    const earlier = thread.filter((said) => smallTalk(said) === null).map(cutQuestion)
    return { is: 'finding', finding: retrieve(index, asked, earlier), cut: asked !== text }
  }
  const known = (): string => knownDocuments(index, locale)
  const card = (reply: Reply): Card => {
    if (reply.is === 'finding') {
      const found = findingCard(reply.finding)
      return reply.cut ? withLine(found, wording.questionCut(LONGEST_QUESTION)) : found
    }
    const first = wording.SMALL_TALK[reply.notice]
    if (reply.notice === 'help') return noticeCard(first, wording.WHAT_I_DO, wording.HOW_TO_ASK, known())
    if (reply.notice === 'empty' || reply.notice === 'emoji') return noticeCard(first, wording.HOW_TO_ASK)
    return noticeCard(first)
  }
  const response = (reply: Reply): Told => ({
    card: card(reply),
    ...(reply.is === 'finding' && { found: reply.finding.outcome }),
  })
  const about = (words: string): Card => {
    const topic = topicOf(words)
    if (topic === 'documents') return documentsCard(index, locale)
    return topic === 'status' && status ? statusCard(index, status(), locale) : topicsCard()
  }
  return {
    consider,
    card,
    respond({ intent }) {
      if (intent.do === 'ask') return response(consider(intent.text, intent.thread))
      if (intent.do === 'command' && intent.name === ABOUT) return { card: about(intent.words) }
      if (intent.do === 'command') {
        if (intent.words.trim() === '') return response({ is: 'notice', notice: 'help' })
        const answer = response(consider(intent.words))
        return { ...answer, card: restated(intent.words, answer.card) }
      }
      const welcomed = welcome === undefined ? [] : [welcome]
      return { card: noticeCard(wording.HOW_TO_ASK, ...welcomed, known()) }
    },
  }
}

/** What is read of a question: cut between words where there are any. */
export function cutQuestion(text: string): string {
  if (text.length <= LONGEST_QUESTION) return text
  const cut = text.slice(0, LONGEST_QUESTION).replace(/[\uD800-\uDBFF]$/, '')
  return cut.replace(/\s+\S*$/, '') || cut
}

function knownDocuments({ passages }: Index, locale: string): string {
  const titles = [...new Map(passages.map((p) => [p.file, p.document])).values()]
  const named = titles.slice(0, TITLES_NAMED)
  return wording.whatIRead(
    wording.amount(titles.length, 'document', locale),
    wording.amount(passages.length, 'passage', locale),
    named,
    titles.length - named.length,
  )
}
