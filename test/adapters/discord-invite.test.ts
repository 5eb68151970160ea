import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { PermissionsBitField } from 'discord.js'

const NEEDED = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'PinMessages',
  'SendMessagesInThreads',
] as const

test('the invite link asks for what is needed, and for no more', () => {
  const asked = /permissions=(\d+)/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? ''
  assert.deepEqual(new PermissionsBitField(BigInt(asked)).toArray().toSorted(), [...NEEDED].toSorted())
})
