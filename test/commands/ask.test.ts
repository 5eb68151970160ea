import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { run } from './built.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const SUMMIT =
  'Russia is conducting active diplomacy to maintain its centripetal power, including holding the first Central Asia-Russia summit meeting in October.'

function lines(stdout: string): Record<string, unknown>[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

test('a question is answered as a person wants to read it', () => {
  const { stdout, stderr, status } = run(['ask', 'When was the first Central Asia-Russia summit?'])
  assert.equal(
    stdout,
    `${SUMMIT}\n  Diplomatic Bluebook 2023 › Chapter 2 › Section 6 › 1 Overview · line 11\n`,
  )
  assert.equal(stderr, '')
  assert.equal(status, 0)
})

test('unquoted words are one question', () => {
  assert.ok(run(['ask', 'first', 'Central', 'Asia-Russia', 'summit']).stdout.startsWith(SUMMIT))
})

test('--json writes every member of the interface, and nothing else', () => {
  const [object] = lines(run(['ask', '--json', 'When was the first Central Asia-Russia summit?']).stdout)
  assert.ok(object)
  const { passages, ms, ...rest } = object
  const place = {
    document: 'Diplomatic Bluebook 2023',
    file: 'diplomatic-bluebook-2023-chapter-2-section-6.txt',
    headings: [
      "Chapter 2 Japan's Foreign Policy by Region",
      'Section 6 Russia and Belarus, Central Asia and the Caucasus',
      '1 Overview',
    ],
    line: 11,
    page: null,
  }
  const { confidence } = rest['best'] as { confidence: number }
  assert.ok(confidence > 0.5 && confidence <= 1)
  const shown = { text: SUMMIT, also: [], ...place, confidence }
  assert.deepEqual(rest, {
    question: 'When was the first Central Asia-Russia summit?',
    outcome: 'answered',
    answer: shown,
    best: shown,
  })
  assert.equal(typeof ms, 'number')
  assert.ok(Array.isArray(passages) && passages.length > 1 && passages.length <= 10)
  const { text, score, ...where } = passages[0] as Record<string, unknown>
  assert.deepEqual(where, place)
  assert.ok(String(text).includes(SUMMIT) && String(text).startsWith('This situation'))
  assert.equal(typeof score, 'number')
})

test('--json - answers line by line, in order, skips blank lines, and goes on after a bad one', () => {
  const input = [
    '\uFEFFWhat did the ICAO condemn?',
    '',
    '{"text": "When was it?", "thread": ["What about the first Central Asia-Russia summit?", "thanks!"]}',
    '{"text": 3}',
    '{"text": "x", "thread": "y"}',
    '{nonsense',
    'hello',
    'Zebra quokka?',
    'How many countries voted against the resolution?\r',
  ].join('\n')
  const { stdout, stderr, status } = run(['ask', '--json', '-'], input)
  const objects = lines(stdout)
  assert.deepEqual(
    objects.map((o) => o['outcome']),
    ['answered', 'answered', 'error', 'error', 'error', 'notice', 'nothing', 'nearest'],
  )
  assert.equal((objects[1]?.['best'] as { text: string } | undefined)?.text, SUMMIT)
  assert.deepEqual(objects[4], {
    question: '{nonsense',
    outcome: 'error',
    message: 'The line begins with { but is not valid JSON.',
  })
  for (const [i, answer] of [
    [5, null],
    [6, null],
  ] as const)
    assert.deepEqual(
      [objects[i]?.['answer'], objects[i]?.['best'], objects[i]?.['passages']],
      [answer, null, []],
    )
  assert.equal(objects[7]?.['answer'], null)
  assert.equal(objects[7]?.['question'], 'How many countries voted against the resolution?')
  assert.equal(stderr, '')
  assert.equal(status, 2)
})

test('the same questions give the same objects, but for the time taken', () => {
  const input = 'What did the ICAO condemn?\nlukashenko\nWho won the world cup?\n'
  const once = (): unknown => lines(run(['ask', '--json', '-'], input).stdout).map((o) => ({ ...o, ms: 0 }))
  assert.deepEqual(once(), once())
})

test('--data asks another folder, and what was left out is said on stderr only', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'fees.md'), '# Fees\n\nThe fee is due in May.\n')
  writeFileSync(join(folder, 'empty.txt'), '')
  const { stdout, stderr, status } = run(['ask', '--json', '--data', folder, 'When is the fee due?'])
  assert.equal(lines(stdout).length, 1)
  assert.equal((lines(stdout)[0]?.['answer'] as { line: number } | undefined)?.line, 3)
  assert.equal(stderr, 'Left out empty.txt: it is empty.\n')
  assert.equal(status, 0)
})

const WRONG: [name: string, args: string[], env: Record<string, string>, said: RegExp][] = [
  ['a bad flag', ['ask', '--jason', 'x'], {}, /unknown option '--jason'/],
  ['no question', ['ask'], {}, /missing required argument/],
  ['an unknown command', ['sak', 'x'], {}, /./],
  ['an unknown platform', ['ask', '--render', 'irc', 'x'], {}, /Allowed choices are slack, discord/],
  ['a missing folder', ['ask', '--data', '/no/such/folder', 'x'], {}, /\/no\/such\/folder cannot be opened/],
  ['a setting at fault', ['ask', 'x'], { LOCALE: '??' }, /LOCALE: expected/],
]
for (const [name, args, env, said] of WRONG) {
  test(`${name} is one clear message on stderr and exit code 2`, () => {
    const { stdout, stderr, status } = run(args, '', env)
    assert.match(stderr, said)
    assert.doesNotMatch(stderr, /\n\s+at /)
    assert.equal(stdout, '')
    assert.equal(status, 2)
  })
}

test('--render prints the message that the platform would get', () => {
  const rendered = (platform: string): Record<string, unknown> => {
    const { stdout, status } = run(['ask', '--render', platform, 'What did the ICAO condemn?'])
    assert.equal(status, 0)
    return JSON.parse(stdout) as Record<string, unknown>
  }
  const slack = rendered('slack')
  assert.deepEqual(Object.keys(slack), ['text', 'blocks', 'unfurl_links', 'unfurl_media'])
  assert.match(String(slack['text']), /^In addition, .*ICAO/)
  const discord = rendered('discord')
  assert.deepEqual(Object.keys(discord), ['content', 'embeds', 'allowed_mentions'])
  assert.match(String(discord['content']), /\*\*ICAO\*\*.*\n-# Diplomatic Bluebook 2023/)
})

test('answers that cannot be written are one clear message and exit code 2; a reader that leaves is none', () => {
  const full = openSync('/dev/full', 'w')
  const { stderr, status } = run(['ask', 'What did the ICAO condemn?'], { stdio: ['ignore', full, 'pipe'] })
  closeSync(full)
  assert.equal(stderr, 'attache: the answers cannot be written to standard output (ENOSPC).\n')
  assert.equal(status, 2)
  const gone = spawnSync('sh', ['-c', 'yes hello | head -300 | node dist/main.cjs ask --json - | head -1'], {
    encoding: 'utf8',
  })
  assert.equal(gone.stderr, '')
})

test('a folder as standard input is one clear message on stderr and exit code 2', () => {
  const folder = openSync('.', 'r')
  const { stdout, stderr, status } = run(['ask', '--json', '-'], { stdio: [folder, 'pipe', 'pipe'] })
  closeSync(folder)
  assert.match(stderr, /standard input is a folder/)
  assert.deepEqual([stdout, status], ['', 2])
})

test('the chat answers piped lines one by one and ends well', () => {
  const input =
    'How many countries adopted the resolution?\nWhat did the ICAO condemn?\nWho won the world cup?\n'
  const { stdout, status } = run([], input)
  const [welcome, first, second, third, ...rest] = stdout.trimEnd().split('\n\n')
  assert.match(welcome ?? '', /^Ask a question.*\nTo connect Slack or Discord/)
  assert.match(first ?? '', /141 countries.*\n.*line 7/)
  assert.match(second ?? '', /forced landing.*\n.*line 9/)
  assert.match(third ?? '', /^The documents don't say\./)
  assert.deepEqual(rest, [])
  assert.equal(status, 0)
})

test('the chat takes the commands of the platforms, and tells how it is', () => {
  const { stdout, status } = run(
    [],
    '/attache documents\n/attache status\n/ask What did the ICAO condemn?\n/ask\n',
  )
  const [, documents, state, answer, help, ...rest] = stdout.trimEnd().split('\n\n')
  assert.match(documents ?? '', /^I have read 1 document.*\n• Diplomatic Bluebook 2023 · 6 passages · en$/)
  assert.match(
    state ?? '',
    /^I have read 1 document.*\nThe documents have not changed.*memory.*running since/s,
  )
  assert.match(answer ?? '', /^What did the ICAO condemn\?\n.*forced landing/)
  assert.match(help ?? '', /answer questions about them/)
  assert.deepEqual(rest, [])
  assert.equal(status, 0)
})
