import assert from 'node:assert/strict'
import test from 'node:test'
import { type SmallTalk, smallTalk } from '../../src/core/small-talk.ts'

const SAID: Record<SmallTalk | 'question', string[]> = {
  greeting: ['hi', 'Hello there!', 'good morning team', 'Hallo', 'hey @bot', 'How are you?'],
  thanks: ['thanks', 'Thank you so much!!', 'ok great, thanks', 'thx 🙏', 'perfect'],
  goodbye: ['bye', 'See you!'],
  help: ['help', 'What can you do?', 'who are you', 'how does this work?', 'HELP!'],
  emoji: ['👍', '🎉🎉', ':tada:', ':+1: :tada:'],
  empty: ['', '   ', '???', '...'],
  question: [
    'help desk opening hours',
    'Who said hello to the president?',
    'thanks to whom was the resolution adopted?',
    'hi, what did the ICAO condemn?',
    'ICAO',
    '3?',
  ],
}
for (const [kind, texts] of Object.entries(SAID)) {
  for (const text of texts) {
    test(`“${text}” is ${kind}`, () => assert.equal(smallTalk(text) ?? 'question', kind))
  }
}
