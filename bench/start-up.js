/** One question, whole process, beside the least that any answer needs: loading MiniSearch. Prints medians and their ratio. */
import { spawnSync } from 'node:child_process'

const ROUNDS = 31
const PEER = ['-e', "require('minisearch')"]
const OURS = ['dist/main.cjs', 'ask', 'When was the first Central Asia-Russia summit?']

/** @param {string[]} args */
function time(args) {
  const start = performance.now()
  const { status } = spawnSync(process.execPath, args)
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
  return performance.now() - start
}

/** @param {number[]} times */
function median(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

/** @type {number[]} */
const peer = []
/** @type {number[]} */
const ours = []
for (let round = 0; round < ROUNDS; round += 1) {
  peer.push(time(PEER))
  ours.push(time(OURS))
}
const [a, b] = [median(peer), median(ours)]
process.stdout.write(`node -e "require('minisearch')"   ${a.toFixed(1)} ms
attache ask, one question       ${b.toFixed(1)} ms
ratio                           ${(b / a).toFixed(2)}\n`)
