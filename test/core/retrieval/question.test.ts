import assert from 'node:assert/strict'
import test from 'node:test'
import { toPassages } from '../../../src/core/library/passages.ts'
import { readText } from '../../../src/core/library/read/text.ts'
import { stripChatter } from '../../../src/core/retrieval/chatter.ts'
import { createIndex } from '../../../src/core/retrieval/index.ts'
import { languagesBy } from '../../../src/core/retrieval/language.ts'
import { MODEL } from '../../../src/core/retrieval/model.ts'
import { planQuestion } from '../../../src/core/retrieval/plan.ts'
import { readQuestion } from '../../../src/core/retrieval/question.ts'
import { mendSmallWords } from '../../../src/core/retrieval/small-words.ts'

const PLAIN: [said: string, asked: string][] = [
  ['hey, could you tell me what the ICAO did? thanks!', 'what the ICAO did'],
  ['Hi there! Do you know when the summit was?', 'when the summit was?'],
  ['quick question: who pays the fee please', 'who pays the fee'],
  ['I was wondering if the gate is open', 'the gate is open'],
  ['What does the document say about fees?', 'fees?'],
  ['Morning all! one more thing: who signs the form? cheers', 'who signs the form'],
  ['sorry to bother you, but where is the canteen? much appreciated', 'where is the canteen'],
  ['would you mind telling me when payday is?', 'when payday is?'],
  ['our client is asking what the warranty covers, any idea?', 'what the warranty covers'],
  ['Who do I ask for help?', 'Who do I ask for help?'],
  ['Morning shift: when does it begin?', 'Morning shift: when does it begin?'],
  ['well water testing', 'well water testing'],
  ['The last one to leave does what?', 'The last one to leave does what?'],
  ['thanks', 'thanks'],
  ['sorry if this has been asked before, but who signs it?', 'who signs it?'],
  ['quick one from finance: who signs it? need it for a slide', 'who signs it'],
  ['anybody remember who signs it? i always forget :)', 'who signs it'],
  ['ugh, who signs it? no rush', 'who signs it'],
  ['If it rains, who signs it?', 'If it rains, who signs it?'],
  ['if i missed a payment, who signs it', 'if i missed a payment, who signs it'],
  ['if it is in the building, who signs it', 'if it is in the building, who signs it'],
  ['who signs, planning or finance', 'who signs, planning or finance'],
  ['All members sign what?', 'All members sign what?'],
  ['help desk calls', 'help desk calls'],
  ['Who sent a thank you letter?', 'Who sent a thank you letter?'],
  ['@types/node version?', '@types/node version?'],
  ['@attaché who signs it?', 'who signs it?'],
  ['Tom from Finance asks who signs it', 'who signs it'],
  ['who signs it? — Priya', 'who signs it?'],
  ['who signs it? Kind regards, Priya', 'who signs it?'],
  ['Which form is it - the blue one?', 'Which form is it - the blue one?'],
  ['Got it. @Ben how long is it open', 'Got it. @Ben how long is it open'],
  ['when is lunch, @ noon or 1pm', 'when is lunch, @ noon or 1pm'],
  ['who signs it? Many thanks, Sue', 'who signs it'],
  ['who signs it? thanks @Anna', 'who signs it?'],
  ['Good morning Mrs Lee, who signs it?', 'who signs it?'],
  ['My colleague Priya asks who signs it', 'who signs it'],
  ['what is a message with :fire:', 'what is a message with :fire:'],
  ['Attaché: pay per month', 'Attaché: pay per month'],
  ['could you tell me what section A says', 'what section A says'],
  ['who signs it? cc @Ann Lee', 'who signs it?'],
  ['who signs it, @Ann Lee', 'who signs it'],
  ['Who is @Ann Lee?', 'Who is @Ann Lee?'],
  ['who signs it? thanks :slightly_smiling_face:', 'who signs it'],
  [':wave: who signs it', 'who signs it'],
  ['what does :eyes: mean?', 'what does :eyes: mean?'],
  ['Attaché, who signs it?', 'who signs it?'],
  ['Question from Tom: who signs it?', 'who signs it?'],
  ['Help-desk hours?', 'Help-desk hours?'],
  ['All-hands agenda', 'All-hands agenda'],
  ['help - who signs it', 'who signs it'],
  ['Who is the TA?', 'Who is the TA?'],
  ['How do I say please?', 'How do I say please?'],
]
for (const [said, asked] of PLAIN) {
  test(`“${said}” asks “${asked}”`, () => assert.equal(stripChatter(said), asked))
}

const SAME: [how: string, one: string, other: string][] = [
  ['in capitals', 'WHEN DOES IT OPEN?', 'when does it open?'],
  ['With Capitals', 'How Long Does A Refund Take?', 'How long does a refund take?'],
  ['As a Title', 'What Is the Price of a Badge?', 'What is the price of a badge?'],
  [
    'with other apostrophes',
    'Sorry if I’ve missed it, what’s the fee?',
    "Sorry if I've missed it, what's the fee?",
  ],
  ['with other spaces', 'How  much\nis\u00A0the fee?', 'How much is the fee?'],
]
for (const [how, one, other] of SAME) {
  test(`asked ${how}, a question is the same`, () => {
    const read = (text: string): unknown => {
      const { wanted, words } = readQuestion(text)
      return { wanted, words: words.map(({ term, name }) => [term, name]) }
    }
    assert.deepEqual(read(one), read(other))
  })
}

test('a capital tells no name in German', async () => {
  const german = [...(await languagesBy(['de'])).values()]
  const names = (text: string): string[] =>
    readQuestion(text, german).words.flatMap((word) => (word.name ? [word.text] : []))
  assert.deepEqual(names('Wann öffnet das Museum der UNO?'), ['UNO'])
})

test('an acronym that the library has stays one where all is in capitals', () => {
  const { words } = readQuestion('WHAT IS THE IT DESK NUMBER', undefined, (form) => form === 'IT')
  assert.deepEqual(
    words.map(({ term }) => term),
    ['IT', 'desk', 'number'],
  )
})

test('a few words in capitals may be acronyms', () => {
  assert.deepEqual(
    readQuestion('US IT').words.map(({ term }) => term),
    ['US', 'IT'],
  )
})

const PHRASES: [question: string, words: string][] = [
  ['Was it done by hand?', 'done hand=manual'],
  ['Did the talks, in the end, succeed?', 'talk end=final succeed'],
  ['In the end, did it fail?', 'end=final fail'],
  ['Was the hall, for example, let?', 'hall let'],
  ['at the same time urging calm', 'time=simultan urg calm'],
  ['Is smoking banned in public places?', 'smoke ban public place'],
  ['Is it on time and cost?', 'time cost'],
  ['Who reads it on Time?', 'read time'],
  ['Are by hand-made goods sold?', 'hand make good sell'],
  ['For example?', 'exampl'],
]
for (const [question, expected] of PHRASES) {
  test(`“${question}” looks for ${expected}`, () => {
    const words = readQuestion(question).words.map(({ term, phrase }) =>
      phrase ? `${term}=${phrase}` : term,
    )
    assert.equal(words.join(' '), expected)
  })
}

test('a phrase of a question finds the one word that it stands for, and itself', () => {
  for (const text of ['The lace is made manually.', 'The lace is made by hand.']) {
    const index = createIndex(toPassages([readText('a.txt', `Notes\n\n${text}\n`)]))
    const [term] = planQuestion(index, MODEL, 'Is it by hand?').terms
    assert.equal(term?.matches.length, 1, text)
  }
})

const WANTED = {
  'When was the summit?': 'time',
  'In what year did it begin?': 'year',
  'Which month was it?': 'time',
  'How many countries?': 'count',
  'How far is it?': 'number',
  'What is the maximum weight?': 'number',
  'How long does it take?': 'duration',
  'How much does it cost?': 'money',
  'What is the fee?': 'money',
  'How much water is left?': 'number',
  'guest visit price': 'money',
  'contract expiry date': 'time',
  'Is there a date?': 'anything',
  'Who led it?': 'person',
  'Where was it held?': 'place',
  'Why did it end?': 'reason',
  'What did it end?': 'anything',
  'How long is the strait?': 'number',
  'How long can the proposal be?': 'number',
  'How long are the Straits of Orm?': 'number',
  'How long is the notice period?': 'duration',
  'How long will the office be closed?': 'duration',
  'How long are invoices kept?': 'duration',
  'Is there a fee for children whose parents are ill?': 'anything',
  'Is there a charge when the train was late?': 'anything',
  'Is it known who signed it?': 'person',
  'Is it free, and since when?': 'time',
  'Did they say where it should go?': 'place',
  'Does the report mention who paid?': 'person',
  'Is there any info about when the pool opens?': 'time',
  'Does the firm, whose office is in Rome, pay tax?': 'anything',
}
for (const [question, wanted] of Object.entries(WANTED)) {
  test(`“${question}” wants ${wanted}`, () => assert.equal(readQuestion(question).wanted, wanted))
}

test('names and numbers are told from other words', () => {
  const words = readQuestion('Did Xi Jinping visit in 2022?').words
  assert.deepEqual(
    words.map((w) => [w.text, w.name, w.number]),
    [
      ['Xi', true, false],
      ['Jinping', true, false],
      ['visit', false, false],
      ['2022', false, true],
    ],
  )
})

const MENDED: [asked: string, meant: string][] = [
  ['wich gate is it', 'which gate is it'],
  ['Whihc gate is it', 'which gate is it'],
  ['wehn is it due befor May', 'when is it due before May'],
  ['whats due', 'what is due'],
  ['the mnay', 'the many'],
  ['Who is Elie Tran?', 'Who is Elie Tran?'],
  ['the form', 'the form'],
  ['what is rem sleep', 'what is rem sleep'],
  ['which atm', 'which atm'],
]
for (const [asked, meant] of MENDED) {
  test(`“${asked}” is read as “${meant}”`, () =>
    assert.equal(
      mendSmallWords(asked, () => false),
      meant,
    ))
}

test('a word that the library has is no slip', () => {
  assert.equal(
    mendSmallWords('the wich', (form) => form === 'wich'),
    'the wich',
  )
})

test('what is counted is among what follows “how many”', () => {
  const { counted, words } = readQuestion('In May, how many of the young birds left?')
  assert.deepEqual(
    counted.map((place) => words[place]?.text),
    ['young', 'birds'],
  )
  assert.deepEqual(readQuestion('Who left?').counted, [])
})
