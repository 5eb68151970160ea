/** A question as asked, read for what it asks: its words that carry meaning, and the kind of answer it wants. */

import { type Word, wordsOf } from './words.ts'

export type Wanted = 'time' | 'number' | 'person' | 'place' | 'anything'

export interface Question {
  wanted: Wanted
  /** The words to look for, in order. */
  words: QuestionWord[]
}

export interface QuestionWord extends Word {
  /** Written as a name: with a capital inside the question, or in capitals. */
  name: boolean
  number: boolean
  /** It says more about the question than about the answer ("happen", "mention"). */
  vague: boolean
}

const OPENERS = [
  /^(?:hey|hi|hello|hallo|ok|okay|so|well|um+|please|pls|sorry|excuse me|good (?:morning|afternoon|evening))\b(?: (?:there|all|team|everyone|folks|attaché|attache|bot))?[\s,.!:-]+/i,
  /^(?:quick|just a|one|another|a) (?:quick |small |short )?(?:question|one|q)\b[\s,.!:–-]*/i,
  /^(?:(?:can|could|would|will) (?:you|u|someone|anyone|somebody|anybody) )?(?:please |kindly |quickly )?(?:tell|remind|show|explain to|enlighten|help) (?:me|us)(?: (?:please|know|understand|find|out))*\b[\s,:]*(?=\S+\s)/i,
  /^(?:do|does|did) (?:you|u|anyone|anybody|someone|somebody)(?: here| happen to| by any chance)* (?:know|remember|recall)\b[\s,:]*(?:if |whether )?/i,
  /^(?:(?:i|we) (?:was|am|were|are|'m)|i'm|im|just) wondering\b[\s,:]*(?:if |whether )?(?:(?:you|u|anyone|someone) (?:know|knows|could tell me)[\s,:]*)?/i,
  /^(?:i|we)(?:'d| would)? (?:need|want|like|have)(?: to (?:know|find out|ask|understand|check))\b[\s,:]*(?:if |whether )?/i,
  /^any (?:idea|clue|chance you know)\b[\s,:]*/i,
  /^(?:according to|in) the (?:document|documents|docs|doc|text|report|file|handbook|manual)\b[\s,:]*/i,
  /^what (?:does|do|did) the (?:document|documents|docs|doc|text|report|file|handbook|manual) (?:say|tell us|mention) (?:about|on|regarding)\b[\s,:]*/i,
]
const CLOSERS = [
  /[\s,.!?;:–-]+(?:many |much )?(?:thanks|thank you|thx|ty|cheers|please|pls|plz|tia|ta)(?: (?:so much|a lot|a bunch|in advance|very much|again|all|you))*[\s.!?:)-]*$/i,
  /[\s,]+(?:according to|in) the (?:document|documents|docs|doc|text|report|file|handbook|manual)[\s.!?]*$/i,
]
const VAGUE = new Set(
  'happen occur take took place place thing say said mention describ explain discuss talk tell know call name kind type sort exact specif regard concern relat inform detail give list document doc text report accord mean year date day month time number amount percent peopl person someon anyon one ones anyth someth answer question find look happen current actual'.split(
    ' ',
  ),
)

const LEANS = /\b(?:it|its|they|them|their|he|him|his|she|her|this|that|these|those|there|then|one|ones)\b/iu

/** Chat noise around the question is dropped; what is asked stays. */
export function stripChatter(text: string): string {
  let rest = text.trim()
  for (let before = ''; before !== rest;) {
    before = rest
    for (const pattern of [...OPENERS, ...CLOSERS]) {
      const next = rest.replace(pattern, '').trim()
      if (next !== rest && /[\p{L}\p{N}]/u.test(next)) rest = next
    }
  }
  return rest
}

export function readQuestion(text: string): Question {
  const asked = stripChatter(text)
  const shouted = !/\p{Ll}/u.test(asked)
  const content = wordsOf(asked).filter((word) => !word.stop)
  const read = content.map((word) => ({
    ...word,
    name: !shouted && /\p{Lu}/u.test(word.text) && (word.start > 0 || /\p{Lu}{2}/u.test(word.text)),
    number: /^\p{N}/u.test(word.form),
    vague: VAGUE.has(word.term),
  }))
  return { wanted: wantedBy(asked), words: unique(read) }
}

/** A word that stands for something said before, or too little to go by. */
export function leansOnEarlier(text: string): boolean {
  return LEANS.test(text) || readQuestion(text).words.length < 2
}

function unique(words: QuestionWord[]): QuestionWord[] {
  return words.filter((word, i) => words.findIndex((w) => w.term === word.term) === i)
}

function wantedBy(asked: string): Wanted {
  if (
    /\b(?:how (?:many|much|large|long|old|tall|big|far|high|often)|what (?:number|percentage|percent|share|amount|proportion))\b/i.test(
      asked,
    )
  )
    return 'number'
  if (/\b(?:when|(?:what|which) (?:year|date|day|month|century|decade|time)|since when)\b/i.test(asked))
    return 'time'
  if (/\b(?:who|whom|whose)\b/i.test(asked)) return 'person'
  if (/\b(?:where|(?:what|which) (?:city|country|place|town|location|state|region))\b/i.test(asked))
    return 'place'
  return 'anything'
}
