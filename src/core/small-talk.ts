/** What people say to a colleague that is no question to the documents. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'goodbye' | 'emoji' | 'empty'

/** Folded phrases by what they say; a text of nothing but these is small talk. */
const PHRASES = {
  help: 'help, help me, help us, please help, please help me, info, about, usage, commands, man, h, who are you, what are you, what is this, what can you do, what can i do, what can i ask, what can i ask you, what do you do, what do you know, what documents do you have, what docs do you have, what have you read, what documents have you read, how do you work, how does this work, how does it work, how do i use this, how do i use you, how do i use it, how can i use this, how can i use you, how to use this, how to use you, can you help, can you help me, can you help us, could you help, could you help me, i need help, i need some help',
  thanks:
    'thanks, thank you, thank u, thankyou, thx, thnx, tysm, ty, cheers, much appreciated, i appreciate it, that helps, that helped, merci, danke, vielen dank, gracias, muchas gracias, grazie, obrigado, obrigada, arigato, спасибо, ありがとう, ありがとうございます, 谢谢, great, perfect, cool, nice, awesome, super, excellent, brilliant, good bot, good job, great job, well done, nice one, got it, ok, okay, alright',
  goodbye:
    'bye, goodbye, good bye, good night, see you, see ya, cya, later, tschuss, adios, au revoir, пока, さようなら, 再见',
  greeting:
    'hi, hiya, hello, hallo, hey, heya, yo, howdy, greetings, morning, good morning, good afternoon, good evening, good day, bonjour, salut, hola, ciao, moin, guten morgen, guten tag, guten abend, ola, konnichiwa, привет, здравствуйте, こんにちは, 你好, 嗨, 안녕하세요, how are you, how are you doing, how is it going, how do you do, whats up, sup',
  filler:
    'there, all, team, everyone, everybody, folks, again, attache, bot, you, so much, a lot, very much, a ton, a bunch, a million, many, much, beaucoup, schon, sehr, today, in advance, for your help, for the help, for that, for everything, that is, this is, it is, oh, and, so, wow, please',
} as const
type Said = keyof typeof PHRASES

/** Which of several things said counts: who asks for help and thanks for it wants help. */
const FIRST: readonly Exclude<Said, 'filler'>[] = ['help', 'thanks', 'goodbye', 'greeting']
const SAYS = new Map<string, Said>(
  Object.entries(PHRASES).flatMap(([said, list]) => list.split(', ').map((phrase) => [phrase, said as Said])),
)
const LONGEST_PHRASE = 6
const MOST_WORDS = 12

/** What the text is besides a question, or null when it should be looked up. */
export function smallTalk(text: string): SmallTalk | null {
  if (/^(?:\s*:[a-z0-9_+-]+:)+\s*$/i.test(text)) return 'emoji'
  const words = fold(text)
  if (words.length === 0) return /\p{Extended_Pictographic}|\u20E3/u.test(text) ? 'emoji' : 'empty'
  if (words.length > MOST_WORDS) return null
  const said = new Set<Said>()
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST_PHRASE, words.length - at)
    while (length > 0 && !SAYS.has(words.slice(at, at + length).join(' '))) length -= 1
    const found = SAYS.get(words.slice(at, at + length).join(' '))
    if (found === undefined) return null
    said.add(found)
    at += length
  }
  return FIRST.find((kind) => said.has(kind)) ?? null
}

/** The words in lower case, without accents, apostrophes and keycaps. */
function fold(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\d#*]\uFE0F?\u20E3/g, ' ')
    .toLowerCase()
    .replace(/(?<=[a-z])[\u0300-\u036F]+|['’]/g, '')
    .normalize('NFC')
  return folded.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '')
}
