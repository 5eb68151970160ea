/** What people say to a colleague that is no question to the documents. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'goodbye' | 'emoji' | 'empty'

const MOST_WORDS = 12

/** Whole phrases, longest first where one begins with another. A text of nothing but these is small talk. */
const PHRASES: Record<'help' | 'thanks' | 'goodbye' | 'greeting' | 'filler', string> = {
  help: 'what can (?:you|i) (?:do|ask)(?: you)?|who are you|what are you|what is this|what do you (?:do|know)|what (?:documents|docs) (?:do you have|have you read|do you know)|how (?:do|does|can) (?:you|this|it|i use (?:you|this|it)) ?(?:work)?|how to use (?:you|this|it)|(?:can|could) you help(?: me| us)?|i need (?:some )?help|(?:please )?help(?: me| us)?|info|about|usage|commands|man|h',
  thanks:
    'thanks|thank you|thank u|thankyou|thx|thnx|tysm|ty|cheers|much appreciated|i appreciate it|that helps|that helped|merci|danke|vielen dank|gracias|muchas gracias|grazie|obrigado|obrigada|arigato|спасибо|ありがとう(?:ございます)?|谢谢|great|perfect|cool|nice|awesome|super|excellent|brilliant|good bot|good job|great job|well done|nice one|got it|ok|okay|alright',
  goodbye:
    'bye|goodbye|good bye|good night|see you|see ya|cya|later|tschuss|adios|au revoir|пока|さようなら|再见',
  greeting:
    'hi|hiya|hello|hallo|hey|heya|yo|howdy|greetings|morning|good (?:morning|afternoon|evening|day)|bonjour|salut|hola|ciao|moin|guten (?:morgen|tag|abend)|ola|konnichiwa|привет|здравствуйте|こんにちは|你好|嗨|안녕하세요|how are you(?: doing)?|how is it going|how do you do|whats up|sup',
  filler:
    'there|all|team|everyone|everybody|folks|again|attache|bot|you|so much|a lot|very much|a ton|a bunch|a million|many|much|beaucoup|schon|sehr|today|in advance|for (?:your|the) help|for that|for everything|that is|this is|it is|oh|and|so|wow|please',
}
const KINDS = ['help', 'thanks', 'goodbye', 'greeting'] as const
const ONLY_PHRASES = new RegExp(`^(?:(?:${Object.values(PHRASES).join('|')})(?: |$))+$`)
const SAYS = Object.fromEntries(
  KINDS.map((kind) => [kind, new RegExp(`(?:^| )(?:${PHRASES[kind]})(?: |$)`)]),
) as Record<(typeof KINDS)[number], RegExp>

/** What the text is besides a question, or null when it should be looked up. */
export function smallTalk(text: string): SmallTalk | null {
  if (/^(?:\s*:[a-z0-9_+-]+:)+\s*$/i.test(text)) return 'emoji'
  const said = text
    .normalize('NFKD')
    .replace(/[\p{N}#*]\uFE0F?\u20E3/gu, '\u{1F522}')
    .toLowerCase()
    .replace(/(?<=\p{Script=Latin})\p{M}+|['’]/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  if (said === '') return /\p{Extended_Pictographic}|\u20E3/u.test(text) ? 'emoji' : 'empty'
  if (said.split(' ').length > MOST_WORDS || !ONLY_PHRASES.test(said)) return null
  const own = said.replace(/ for (?:your|the) help\b/g, '')
  return KINDS.find((kind) => SAYS[kind].test(own)) ?? null
}
