import assert from 'node:assert/strict'
import test from 'node:test'
import { type SmallTalk, smallTalk } from '../../src/core/small-talk.ts'

const SAID: Record<SmallTalk | 'question', string[]> = {
  greeting: [
    'hi',
    'Hello there!',
    'good morning team',
    'Hallo',
    'hey @bot',
    'How are you?',
    'hey hey',
    'Привет!',
    '你好',
    'hello bot, how are you',
  ],
  thanks: [
    'thanks',
    'Thank you so much!!',
    'ok great, thanks',
    'thx 🙏',
    'perfect',
    'Thanks, that helped',
    'thanks for your help',
    'danke schön',
    'merci beaucoup',
    'hi, thanks in advance',
    'ありがとう',
  ],
  goodbye: ['bye', 'See you!', 'Good night all'],
  help: [
    'help',
    'What can you do?',
    'who are you',
    'how does this work?',
    'HELP!',
    'can you help me?',
    'hi, I need help',
    'what documents do you have?',
  ],
  emoji: ['👍', '🎉🎉', ':tada:', ':+1: :tada:', '1️⃣'],
  empty: ['', '   ', '???', '...'],
  question: [
    'help desk opening hours',
    'Who said hello to the president?',
    'thanks to whom was the resolution adopted?',
    'hi, what did the ICAO condemn?',
    'Good morning America',
    'later this year',
    'please',
    'ICAO',
    '3?',
  ],
}
for (const [kind, texts] of Object.entries(SAID)) {
  for (const text of texts) {
    test(`“${text}” is ${kind}`, () => assert.equal(smallTalk(text) ?? 'question', kind))
  }
}
