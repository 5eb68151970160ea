import assert from 'node:assert/strict'
import test from 'node:test'
import { COMMANDS, toRequest } from '../../src/adapters/slack/inbound.ts'
import { accessOf } from '../../src/core/access.ts'

const NOW = Date.UTC(2026, 10, 26, 9)
const us = { user: 'U0BOT', team: 'T0TEAM' }
const delivery = {
  command: '/attache',
  text: ' documents ',
  team_id: 'T0TEAM',
  channel_id: 'C0PUBLIC',
  user_id: 'U0ANN',
  trigger_id: '13345224609.738474920.8088930838d88f008e0',
  response_url: 'https://hooks.example/1',
}

for (const command of COMMANDS) {
  test(`${command} reaches the core by its name, with its words, to be answered to the asker alone`, () => {
    const request = toRequest({ ...delivery, command }, us, NOW)
    assert.deepEqual(request?.intent, { do: 'command', name: command.slice(1), words: 'documents' })
    assert.equal(request?.reply.only, 'slack:U0ANN')
    assert.equal(request && accessOf(request), 'here')
  })

  test(`${command} of another team, or of one that is not said, is refused`, () => {
    for (const team_id of ['T0OTHER', '', undefined]) {
      const request = toRequest({ ...delivery, command, team_id }, us, NOW)
      assert.equal(request && accessOf(request), 'refused')
    }
  })
}

test('who gives a command is known by the name that others see', () => {
  const named = toRequest({ ...delivery, user_name: 'ann' }, us, NOW)
  assert.deepEqual(named?.person, { id: 'slack:U0ANN', member: true, name: 'ann' })
  assert.deepEqual(toRequest(delivery, us, NOW)?.person, { id: 'slack:U0ANN', member: true })
})

test('a command says nothing of when it was given: that is when it arrives', () => {
  assert.equal(toRequest(delivery, us, NOW)?.at, NOW)
})

test('another command is not ours', () => {
  for (const command of ['/deploy', 'attache', '/attache2', '']) {
    assert.equal(toRequest({ ...delivery, command }, us, NOW), null)
  }
})

test('a command without words has none', () => {
  for (const text of ['', undefined]) {
    const { intent } = toRequest({ ...delivery, text }, us, NOW) ?? assert.fail()
    assert.deepEqual(intent, { do: 'command', name: 'attache', words: '' })
  }
})

const said = (text: string): unknown => {
  const event = { type: 'app_mention', user: 'U0ANN', channel: 'C0PUBLIC', ts: '1764150000.000100', text }
  return toRequest({ type: 'event_callback', event }, us, NOW)?.intent
}

test('mentions at the beginning say to whom it is said; those inside are part of what is asked', () => {
  for (const [text, asked] of [
    ['<@U0BOT> who signs?', 'who signs?'],
    ['<@U0BEN|ben> <@U0BOT>, who signs?', 'who signs?'],
    ['<@U0BOT> does <@U0BEN|ben> sign?', 'does @ben sign?'],
    ['<@U0BOT> <@U0BEN|ben>’s form?', '@ben’s form?'],
    ['<@U0BOT> <@U0BEN|ben> is on which team?', '@ben is on which team?'],
    ['<@U0BEN|ben> <@U0BOT> is the office open?', 'is the office open?'],
  ] as const)
    assert.deepEqual(said(text), { do: 'ask', text: asked })
})
