import assert from 'node:assert/strict'
import test from 'node:test'
import { alive } from './discord.ts'

const texts: [text: string, kinds: string[]][] = [
  ['plain * text _ with 3 > 2', []],
  ['<@1> <@&2> <#3> @everyone @here', ['user', 'role', 'channel', 'everyone', 'here']],
  ['`<@1>` and ```\n@everyone\n```', ['code', 'fence']],
  ['\\<@1> \\*no\\* <@\u200b1> @\u200beveryone', []],
  ['[text](https://x.example)', ['masked link', 'url']],
  ['see https://x.example/a.', ['url']],
  ['<https://x.example/a>`b`', ['url', 'code']],
  ['# Title\n-# small\n> quoted\n- item', ['heading', 'subtext', 'quote', 'list']],
  ['**b** *i* __u__ ~~s~~ ||p||', ['bold', 'italic', 'underline', 'strike', 'spoiler']],
  ['```js\nleft open', ['open fence']],
]

test('alive tells what a text would ping and format', () => {
  for (const [text, kinds] of texts) {
    assert.deepEqual(
      alive({ content: text }).live.map(({ kind }) => kind),
      kinds,
      text,
    )
    const embed = { embeds: [{ description: text, fields: [{ name: 'n', value: text }] }] }
    assert.deepEqual(
      alive(embed).live.map(({ kind }) => kind),
      [...kinds, ...kinds],
      text,
    )
    assert.deepEqual(alive(embed).pings, [])
  }
  const content = '<@1> <@2> <@&3> @everyone'
  assert.deepEqual(alive({ content }).pings, ['<@1>', '<@2>', '<@&3>', '@everyone'])
  assert.deepEqual(alive({ content, allowed_mentions: { parse: [] } }).pings, [])
  assert.deepEqual(alive({ content, allowed_mentions: { parse: ['everyone'], users: ['2'] } }).pings, [
    '<@2>',
    '@everyone',
  ])
  assert.deepEqual(
    alive({ embeds: [{ title: '<@1> https://x.example **b**' }] }).live.map(({ kind }) => kind),
    ['bold'],
  )
})
