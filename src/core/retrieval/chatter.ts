/** What people say around a question: greetings, excuses, requests to tell, thanks. */

const DOCUMENT = '(?:document|documents|docs|doc|text|report|file|handbook|manual|page|paper)'
const SOMEONE = "(?:you|u|y'all|anyone|anybody|someone|somebody|one of you)"

const OPENERS = [
  String.raw`(?::[a-z+-][\w+-]*:|@attach[eé](?![a-z])|attach[eé]\s*,)[\s,.!:;–-]*`,
  String.raw`(?:(?:ugh|argh|oops|ooh|wow|erm|right so|ok(?:ay)? so|so uh|@(?:all|here|channel|everyone))\b[\s,.!:;–-]+|(?:gang|lads|folks|guys|everyone|everybody|all|team)\s*[,.!:;–-]+\s*)`,
  String.raw`(?:sorry|apologies)?[ ,]*if (?:(?:this|it|that)(?:'s| is| has| was)? (?:already |maybe |probably )?(?:been (?:asked|answered|covered|posted)|documented|obvious|in the ${DOCUMENT}|(?:a )?(?:daft|dumb|silly|stupid|basic))|i(?:'ve| have)? (?:missed|overlooked) (?:it|this|that)|i(?:'m| am) being)\b[^,.!?:;–-]{0,40}[,.:;–-]\s*(?:but\b[\s,]*)?`,
  String.raw`(?:sorry|apologies) to be (?:a|the) (?:pain|nuisance|bother|bore)\b[\s,]*(?:but\b[\s,]*)?`,
  String.raw`(?:a |one |another )?(?:(?:quick|short|tiny|silly|dumb|daft|stupid|random|basic|odd|noob) )+(?:question|query|one|q)\b(?: (?:from|for) [^,.:;!?–-]{1,25}(?=[,:;–-])| prob(?:ably)?| maybe| tbh| perhaps)*[\s,.!:;–-]*(?:but\b[\s,]*)?`,
  String.raw`(?:any(?:one|body)|some(?:one|body))(?: here| else| in here)? (?:remember|remembers|recall|know|knows|got (?:a clue|any idea|it handy|a sec))\b[\s,:]*(?:if |whether )?`,
  String.raw`(?:need|want|looking for) (?:it|this|that) for [^,.:?!–-]{1,25}[:,–-]\s*`,
  String.raw`(?:help(?: pls| please)?|got a sec|heads up|question from [^,.:;!?–-]{1,25})\s*[,.!?:–-]+\s*`,
  String.raw`(?:hey|hi|hiya|hello|hallo|yo|howdy|greetings|ok|okay|so|and|but|also|um+|uh+|hmm+|oh|ah|alright|please|pls|plz|sorry|excuse me|good (?:morning|afternoon|evening|day)|thanks|thank you)\b(?! to\b)(?:[ ,]+(?:there|all|team|everyone|everybody|folks|guys|again|attaché|attache|bot|so|then|hey|hi|(?:mrs?|ms|dr)\.? [a-z]+))*(?:[\s,.!:;)(–-]+|$)`,
  String.raw`(?:morning|afternoon|evening|well|right|now)(?: (?:there|all|team|everyone|everybody|folks|guys))?\s*[,.!:;–-]+\s*`,
  String.raw`[:;]-?[)(dp][\s,.!]*`,
  String.raw`(?:sorry|apologies|excuse me|pardon)(?: (?:me|to|for|if))?(?: (?:bug|bother|bothering|bugging|disturb|disturbing|interrupt|interrupting|ask|asking|this is)\b[^,.!?:;]{0,30})[\s,.!:;–-]+(?:but\b[\s,]*)?`,
  String.raw`(?:just |here's |i have |i've got |got )?(?:(?:a|an|one|another|my|the) )?(?:(?:quick|short|tiny|silly|dumb|stupid|random) )+(?:question|query|one|q|thing)\b(?: (?:for you|before [^,.:;]{1,30}|about this))?[\s,.!:;–-]*`,
  String.raw`(?:(?:one|another|a|my|the) )?(?:(?:small|simple|last|more|other|final|little) )+(?:question|query|one|q|thing)\s*[,.!:;–-]+\s*`,
  String.raw`(?:a |one |my )?(?:question|query)(?: for you)?[\s]*[,.!:;–-]+\s*`,
  String.raw`(?:my|our|the|a) (?:boss|manager|team|colleague|colleagues|coworker|client|customer|friend|lead|director)(?: (?!is|are|was|were|wants|keeps|needs|asking|wondering|asks|asked)[a-z]+)? (?:is|are|was|were|wants|keeps|needs)? ?(?:asking|wondering|asks|asked|to know)(?: me| us)?(?: about)?\b[\s,:]*`,
  String.raw`\w+ from (?:the )?\w+ (?:is asking|asks|wants to know|wonders)(?: me| us)?(?: about)?\b[\s,:]*`,
  String.raw`(?:i'm|i am|we're|we are|im) (?:writing|preparing|working on|drafting|putting together|doing|reading|researching|looking into)\b[^,.!?:;]{0,40}[,.:;–-]+\s*(?:and\b|so\b)?[\s,]*`,
  String.raw`(?:(?:can|could|would|will|may|might) (?:${SOMEONE}|i|we) (?:please |kindly |quickly |just |possibly )*)?(?:please |kindly |quickly |just )*(?:tell|remind|show|explain to|enlighten|help|let|give|ask)(?: (?:me|us|you))(?: (?:please|know|understand|find|out|remember|see|with|figure))*\b[\s,:]*(?=\S+\s)`,
  String.raw`(?:would|do) you mind (?:telling|reminding|showing|explaining to|helping) (?:me|us)\b[\s,:]*`,
  String.raw`(?:do|does|did|would) ${SOMEONE}(?: here| happen to| by any chance| perhaps| maybe| also)* (?:know|remember|recall|have any idea)\b[\s,:]*(?:if |whether )?`,
  String.raw`(?:(?:i|we) (?:was|am|were|are)|i'm|we're|im|just|been) (?:just )?(?:wondering|curious|asking|trying to (?:find out|understand|remember|figure out))\b[\s,:]*(?:if |whether |about )?(?:(?:${SOMEONE}) (?:know|knows|could tell me)[\s,:]*)?`,
  String.raw`(?:i|we)(?:'d| would)? (?:really |just )?(?:need|want|like|love|have)(?: to (?:know|find out|ask|understand|check|hear|see))\b[\s,:]*(?:if |whether |about )?`,
  String.raw`any(?:one| chance (?:you|anyone))? (?:idea|clue|know|knows|thoughts)\b[\s,:]*(?:on |about |of )?`,
  String.raw`(?:according to|in|per|from|based on) (?:the|our|this|these) ${DOCUMENT}\b[\s,:]*`,
  String.raw`(?:what|where) (?:does|do|did|is) (?:the |our |this |these |it )?(?:${DOCUMENT} )?(?:say|tell us|mention|state)(?: anything| something)? (?:about|on|regarding)\b[\s,:]*`,
]
const CLOSERS = [
  String.raw`(?<=[?!.])\s*(?:(?:(?:kind|best|warm) )?regards,?|best,|[–—-]+)\s*\w*[\s.!]*$`,
  String.raw`\s+:[a-z+-][\w+-]*:[\s.!]*$`,
  String.raw`(?:[,.!?;:–-]\s*|[\s(]+(?:cc|fyi|ping|thanks|thx|cheers|ty)[:\s]*)@[^\s@?]+(?: [^\s@?]+)?[\s)]*$`,
  String.raw`[,.!?;–-]+\s*(?:(?:i )?(?:just )?need (?:it|this|that) for|asking (?:for|cos|because|as)|no rush|fingers crossed|much appreciated|appreciate it|pls say|please say|any (?:help|pointers|hints)|writing (?:this|it)|i (?:always|keep) forget)\b[^?]{0,40}$`,
  String.raw`[\s,.!?:;–-]+(?:many |much |big |lots of )?(?:thanks|thank you|thankyou|thx|tnx|ty|cheers|please|pls|plz|tia|ta|appreciated|appreciate it)(?: (?:so much|a lot|a bunch|a million|in advance|very much|again|all|you|everyone|mate|for (?:your|the|any) help))*(?:, \w+)?[\s.!?:;)-]*$`,
  String.raw`[\s,.!?:;–-]+(?:any (?:idea|ideas|clue|thoughts)|do you know|you know|anyone know|anyone|just (?:checking|asking|curious|wondering)|asking for a friend|if you (?:know|don't mind|can)|by any chance|or (?:not|so|what|something)|lol|haha+|btw|:\)|;\)|🙏|👍|🙂|😊)[\s.!?:;)-]*$`,
  String.raw`[\s,]+(?:according to|in|per) (?:the|our|this) ${DOCUMENT}[\s.!?]*$`,
]

/**
 * What begins with one of these, or ends with none of the others, is not searched for what cannot fit it: compiling the
 * patterns costs more than answering.
 */
const ASKS = new Set([
  'who',
  'whom',
  'whose',
  'when',
  'which',
  'why',
  'how',
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'had',
])
const ENDS = new Set(
  `thanks thankyou thank you thx tnx ty cheers please pls plz tia ta appreciated it help much lot bunch million advance
  again all everyone idea ideas clue thoughts know anyone checking asking curious wondering friend mind can chance not so
  what something lol haha btw document documents docs doc text report file handbook manual page paper`.split(
    /\s+/,
  ),
)

const compile = (sources: readonly string[], around: (source: string) => string): (() => RegExp[]) => {
  let patterns: RegExp[] | undefined
  return () => (patterns ??= sources.map((source) => new RegExp(around(source), 'i')))
}
const openers = compile(OPENERS, (source) => `^(?:${source})`)
const closers = compile(CLOSERS, (source) => source)

/** The question without what is said around it; what is asked stays, and something always does. Apostrophes are straight. */
export function stripChatter(text: string): string {
  let rest = text.trim()
  for (let before = ''; before !== rest;) {
    before = rest
    const patterns = [...(mayOpen(rest) ? openers() : []), ...(mayClose(rest) ? closers() : [])]
    for (const pattern of patterns) rest = without(rest, pattern)
  }
  return rest
}

function without(text: string, pattern: RegExp): string {
  const rest = text.replace(pattern, '').trim()
  const [opens, closes] = [text.endsWith(rest), text.startsWith(rest)]
  const before = opens ? text.slice(0, text.length - rest.length) : ''
  return isSomething(rest) && !HALF_A_WORD.test(before) && !(closes && AWAITS.test(rest)) ? rest : text
}

/** "Help-desk hours": what is cut off ends in the middle of a word. */
const HALF_A_WORD = /[\p{L}\p{N}]-$/u
/** "Who is the TA": what is left needs what was cut off. */
const AWAITS = /(?:^|\s)(?:[Tt]he|an?|our|my|your|their|says?|saying|with|of|by|to|for|in|on|at|from)$/

function mayOpen(text: string): boolean {
  return !ASKS.has(/^[a-z]+/i.exec(text)?.[0].toLowerCase() ?? '')
}

/** Words, or what is neither letter nor a question's end: a smiley. */
function mayClose(text: string): boolean {
  const end = /([a-z]*)([^a-z]*)$/i.exec(text)
  return (
    /[,.!?;–-]\s+\S|@/.test(text) ||
    ENDS.has(end?.[1]?.toLowerCase() ?? '') ||
    !/^[\s.!?]*$/.test(end?.[2] ?? '')
  )
}

function isSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
