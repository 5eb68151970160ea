import assert from 'node:assert/strict'
import test from 'node:test'
import { COMMANDS, toRequest } from '../../src/adapters/slack/inbound.ts'
import { accessOf } from '../../src/core/access.ts'

const us = { user: 'U0BOT', team: 'T0TEAM' }
const delivery = {
  command: '/attache',
  text: ' documents ',
  team_id: 'T0TEAM',
  channel_id: 'C0PUBLIC',
  user_id: 'U0ANN',
  trigger_id: '1764060000.123.abc',
  response_url: 'https://hooks.example/1',
}

for (const command of COMMANDS) {
  test(`${command} reaches the core by its name, with its words, to be answered to the asker alone`, () => {
    const request = toRequest({ ...delivery, command }, us)
    assert.deepEqual(request?.intent, { do: 'command', name: command.slice(1), words: 'documents' })
    assert.equal(request?.reply.only, 'slack:U0ANN')
    assert.equal(request && accessOf(request), 'here')
  })

  test(`${command} of another team, or of one that is not said, is refused`, () => {
    for (const team_id of ['T0OTHER', '', undefined]) {
      const request = toRequest({ ...delivery, command, team_id }, us)
      assert.equal(request && accessOf(request), 'refused')
    }
  })
}

test('another command is not ours', () => {
  for (const command of ['/deploy', 'attache', '/attache2', '']) {
    assert.equal(toRequest({ ...delivery, command }, us), null)
  }
})

test('a command without words has none', () => {
  for (const text of ['', undefined]) {
    const { intent } = toRequest({ ...delivery, text }, us) ?? assert.fail()
    assert.deepEqual(intent, { do: 'command', name: 'attache', words: '' })
  }
})
