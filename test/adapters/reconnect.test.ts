import assert from 'node:assert/strict'
import test from 'node:test'
import { type Connection, createReconnect } from '../../src/adapters/reconnect.ts'
import { OperatorError } from '../../src/core/errors.ts'
import { createLines } from './answering.ts'

/** A line whose dials can be let fail, and whose connections can be dropped; time stands still unless told. */
function setUp(timing: Parameters<typeof createReconnect>[0]['timing'] = {}) {
  const log = createLines()
  const failures: Error[] = []
  const dials: (() => void)[] = []
  const waiting = new Set<() => void>()
  const clock = { at: 0 }
  const dial = async (): Promise<Connection> => {
    const failure = failures.shift()
    let drop: () => void = () => {}
    const lost = new Promise<void>((resolve) => (drop = resolve))
    dials.push(drop)
    for (const look of waiting) look()
    if (failure) throw failure
    return { lost, close: async () => drop() }
  }
  const usual = { firstDelayMs: 1, longestDelayMs: 8, mendDelayMs: 1, steadyMs: 1000, now: () => clock.at }
  const line = createReconnect({ name: 'Chat', dial, log, timing: { ...usual, ...timing } })
  const dialled = (times: number): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => void (dials.length >= times && setImmediate(resolve))
      waiting.add(look)
      look()
    })
  return { line, log, failures, dials, dialled, clock }
}

test('a lost connection is dialled again, and both are said', async () => {
  const { line, log, dials, dialled, clock } = setUp()
  await line.start()
  clock.at = 5000
  dials[0]?.()
  await dialled(2)
  await log.said('connected.', 2)
  await line.stop()
  assert.deepEqual(log.lines, [
    'Chat: connected.',
    'Chat: connection lost, dialling again.',
    'Chat: connected.',
  ])
})

test('a connection that comes and goes is said to, once, and not dialled in a loop', async () => {
  const { line, log, dials, dialled } = setUp()
  await line.start()
  for (let times = 1; times <= 6; times += 1) {
    dials[times - 1]?.()
    await dialled(times + 1)
  }
  await line.stop()
  assert.deepEqual(log.lines, [
    'Chat: connected.',
    'Chat: connection lost, dialling again.',
    'Chat: connected.',
    'Chat: the connection comes and goes, dialling less often.',
  ])
})

test('the same failure is said once, and what the operator must mend rejects only the first dial', async () => {
  const { line, log, failures, dialled } = setUp()
  failures.push(
    ...Array.from({ length: 3 }, () => new Error('refused')),
    new OperatorError('The token is wrong.'),
  )
  await line.start()
  await dialled(5)
  await log.said('connected.')
  await line.stop()
  assert.deepEqual(log.lines, [
    'Chat: cannot connect: refused',
    'Chat: cannot connect: The token is wrong.',
    'Chat: connected.',
  ])
  const wrong = setUp()
  wrong.failures.push(new OperatorError('The token is wrong.'))
  await assert.rejects(wrong.line.start(), OperatorError)
})
