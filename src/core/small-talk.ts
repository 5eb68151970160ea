/** What people say to a colleague that is no question to the documents. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'goodbye' | 'emoji' | 'empty'

const MOST_WORDS = 9
const ADDRESSED =
  '(?: (?:there|all|team|everyone|everybody|folks|again|attache|bot|you|so much|a lot|very much))*'
const PATTERNS: [SmallTalk, RegExp][] = [
  [
    'thanks',
    new RegExp(
      `^(?:(?:ok|okay|great|perfect|cool|nice|super|got it|many|much|awesome|alright) )*(?:thanks|thank you|thank u|thx|thnx|ty|cheers|much appreciated|merci|danke|gracias|grazie|obrigado|arigato)${ADDRESSED}$`,
    ),
  ],
  [
    'thanks',
    /^(?:great|perfect|cool|nice|awesome|super|good bot|well done|nice one|got it|ok|okay|alright)$/,
  ],
  [
    'greeting',
    new RegExp(
      `^(?:hi|hiya|hello|hallo|hey|heya|yo|howdy|greetings|morning|good (?:morning|afternoon|evening|day)|bonjour|salut|hola|ciao|moin|guten (?:morgen|tag|abend)|ola|konnichiwa)${ADDRESSED}$`,
    ),
  ],
  [
    'greeting',
    /^(?:(?:hi|hello|hey) )?(?:how are you|how is it going|how do you do|whats up|sup)(?: today| doing)?$/,
  ],
  [
    'goodbye',
    new RegExp(
      `^(?:bye|bye bye|goodbye|good bye|good night|see you|see ya|cya|later|ciao ciao)${ADDRESSED}$`,
    ),
  ],
  [
    'help',
    /^(?:help|help me|please help|info|about|usage|commands|man|h|what can (?:you|i) (?:do|ask)(?: you)?|who are you|what are you|what is this|what do you (?:do|know)|how (?:do|does|can) (?:you|this|it|i use (?:you|this|it)) ?(?:work)?|how to use (?:you|this|it))$/,
  ],
]

/** What the text is besides a question, or null when it should be looked up. */
export function smallTalk(text: string): SmallTalk | null {
  const said = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (said === '') return /\p{Extended_Pictographic}|:[a-z0-9_+-]+:/u.test(text) ? 'emoji' : 'empty'
  if (/^(?::[a-z0-9_+-]+:\s*)+$/i.test(text.trim())) return 'emoji'
  if (said.split(' ').length > MOST_WORDS) return null
  return PATTERNS.find(([, pattern]) => pattern.test(said))?.[0] ?? null
}
