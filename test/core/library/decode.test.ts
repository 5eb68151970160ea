import assert from 'node:assert/strict'
import { Buffer } from 'node:buffer'
import test from 'node:test'
import fc from 'fast-check'
import { encode } from 'iconv-lite'
import { decode } from '../../../src/core/library/read/decode.ts'

const TEXTS: [encoding: string, text: string][] = [
  ['windows-1252', 'Die Gebühr beträgt fünf Euro. Grüße aus München – „bis bald“.'],
  ['windows-1252', 'Le café coûte 2 € et l’entrée est gratuite.'],
  ['windows-1251', 'Встреча министров прошла в октябре. Россия и Центральная Азия провели первый саммит.'],
  ['koi8-r', 'Встреча министров прошла в октябре. Россия и Центральная Азия провели первый саммит.'],
  ['shift_jis', '会費は五千円です。支払いは五月までにお願いします。会議は十月に開かれました。'],
  ['euc-jp', '会費は五千円です。支払いは五月までにお願いします。会議は十月に開かれました。'],
  ['gb18030', '会费是五十元。请在五月之前付款。会议在十月举行，各国代表都参加了会议。'],
  ['euc-kr', '회비는 오천 원입니다. 오월까지 납부해 주십시오. 회의는 시월에 열렸습니다.'],
  ['windows-1253', 'Η συνάντηση των υπουργών έγινε τον Οκτώβριο στην Αθήνα και διήρκεσε δύο ημέρες.'],
  ['windows-1250', 'Urlop wynosi trzydzieści dni w roku. Żółw śpi, a pracownik jest chory.'],
  ['iso-8859-2', 'Urlop wynosi trzydzieści dni w roku. Żółw śpi, a pracownik jest chory.'],
  ['utf-16le', 'The fee is due in May.'],
  ['utf-16be', 'The fee is due in May.'],
]

for (const [encoding, text] of TEXTS) {
  test(`text in ${encoding} comes back: ${text.slice(0, 20)}`, async () => {
    assert.equal(await decode(encode(text, encoding)), text)
  })
}

test('a stated encoding is taken at its word, unless the bytes are Unicode', async () => {
  assert.equal(await decode(encode('Цена', 'windows-1251'), 'windows-1251'), 'Цена')
  assert.equal(await decode(Buffer.from('Цена'), 'windows-1251'), 'Цена')
  assert.equal(await decode(encode('Gebühr', 'windows-1252'), 'no-such-thing'), 'Gebühr')
})

test('a stated encoding is what is written under its name, and no other kind of code', async () => {
  const text = 'Café “Spade” – 5 €'
  for (const stated of [
    'iso-8859-1',
    'latin1',
    'us-ascii',
    'windows-1252',
    'hex',
    'base64',
    'ucs2',
    'utf-32',
  ])
    assert.equal(await decode(encode(text, 'windows-1252'), stated), text, stated)
})

test('UTF-8 of which a few bytes were lost is read as such, with the gaps shown', async () => {
  const text = 'Отпуск составляет тридцать дней в году.'
  const bytes = Buffer.from(text)
  assert.equal(await decode(bytes.subarray(0, -2)), `${text.slice(0, -2)}\uFFFD`)
  bytes[2] = 0xff
  assert.match(await decode(bytes), /^О\uFFFD+пуск составляет тридцать дней в году\.$/)
})

test('what is no text is refused', async () => {
  const noise = Buffer.from(Array.from({ length: 4_000 }, (_, i) => (i * i * 7919 + i * 31) % 256))
  await assert.rejects(decode(noise), /^Error: it is binary, not text$/)
  await assert.rejects(decode(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8])), /^Error: it is binary, not text$/)
  await assert.rejects(decode(Buffer.from(' \n')), /^Error: it is empty$/)
})

test('western text comes back from windows-1252, however short', async () => {
  for (const text of [
    'Grüße',
    'Gebühr',
    'café',
    'Señor',
    'The fee is 5 € – “due”.',
    'Straßen für München',
    'déjà vu',
    'smørrebrød',
  ])
    assert.equal(await decode(encode(text, 'windows-1252')), text)
})

test('Unicode comes back as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const written = `a${text.replaceAll('\0', '')}`
      assert.equal(await decode(Buffer.from(written)), written.replace(/^\uFEFF/, ''))
    }),
  )
})
