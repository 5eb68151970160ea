import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import test from 'node:test'
import { within } from '../../../src/core/store/within.ts'

test('what comes in time is given, and what does not is a timeout that aborts the call', async () => {
  assert.equal(await within(1_000, async () => 'here'), 'here')
  let signal: AbortSignal | undefined
  const never = within(20, (given) => {
    signal = given
    return new Promise(() => {})
  })
  await assert.rejects(never, /^Error: timeout$/)
  assert.equal(signal?.aborted, true)
})

test('while this process is held up, time does not run out', async () => {
  const answer = within(100, () => sleep(50, 'here'))
  const until = performance.now() + 300
  while (performance.now() < until);
  assert.equal(await answer, 'here')
})
