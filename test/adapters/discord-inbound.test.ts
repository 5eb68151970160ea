import assert from 'node:assert/strict'
import test from 'node:test'
import { fromMessage } from '../../src/adapters/discord/inbound.ts'

const us = { user: '1', guilds: null }
const said = (content: string): unknown =>
  fromMessage(
    {
      id: '10',
      at: 0,
      channel: '20',
      guild: '30',
      ordinary: true,
      author: { id: '2', bot: false },
      content,
      mentions: [
        { id: '1', name: 'Attaché' },
        { id: '3', name: 'Ann Lee' },
      ],
    },
    us,
  )?.intent

test('mentions at the beginning say to whom it is said; those inside are part of what is asked', () => {
  for (const [content, asked] of [
    ['<@1> who signs?', 'who signs?'],
    ['<@!3> <@1>, who signs?', 'who signs?'],
    ['<@1> does <@3> sign?', 'does @Ann Lee sign?'],
    ['<@1> <@3>’s form?', '@Ann Lee’s form?'],
    ['<@1> <@3> is on which team?', '@Ann Lee is on which team?'],
    ['<@3> <@1> is the office open?', 'is the office open?'],
  ] as const)
    assert.deepEqual(said(content), { do: 'ask', text: asked })
})
