import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import * as discordLimits from '../../src/adapters/discord/limits.ts'
import * as discord from '../../src/adapters/discord/render.ts'
import * as slackLimits from '../../src/adapters/slack/limits.ts'
import * as slack from '../../src/adapters/slack/render.ts'
import type { Card, Part, Span } from '../../src/core/contract.ts'
import { alive as aliveInDiscord, type Kind } from '../fakes/discord.ts'
import { readMessage } from '../fakes/discord/limits.ts'
import { checkContent } from '../fakes/slack/limits.ts'

const evil = fc.constantFrom(
  '<!channel>',
  '<!here|x>',
  '<@U0BOT>',
  '<@123456789012345678>',
  '<@&123>',
  '<#123>',
  '@everyone',
  '@here',
  '[x](https://evil.example)',
  'https://evil.example/a_b',
  '<https://evil.example|x>',
  '**bold**',
  '_it_',
  '~~gone~~',
  '||hidden||',
  '`code`',
  '```\nblock\n```',
  '# heading',
  '> quote',
  '- item',
  '1. item',
  '-# small',
  '&amp;<>&',
  '\\',
  '\n',
  '👍',
  'a plain sentence of some length, ',
)
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .array(fc.oneof(evil, fc.string({ unit: 'grapheme', maxLength: 12 })), { maxLength: 8 })
      .map((p) => p.join('')),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(evil, fc.integer({ min: 1, max: 250 })).map(([piece, times]) => piece.repeat(times)),
  },
)
const mark = fc.constantFrom(undefined, 'strong', 'emphasis', 'code')
const span = fc.tuple(text, mark).map(([t, m]): Span => ({ text: t, ...(m && { mark: m as 'strong' }) }))
const spans = fc.array(span, { maxLength: 4 })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc
    .tuple(fc.constantFrom('title' as const, 'text' as const), spans)
    .map(([is, s]): Part => ({ is, spans: s })),
  fc.tuple(spans, text, fc.array(text, { maxLength: 3 })).map(([s, document, headings]): Part => ({
    is: 'quote',
    spans: s,
    citation: { document, headings, line: 7 },
  })),
  fc.array(spans, { maxLength: 4 }).map((items): Part => ({ is: 'list', items })),
)
const card: fc.Arbitrary<Card> = fc.record({ summary: text, parts: fc.array(part, { maxLength: 8 }) })

/** What cards themselves are laid out with. */
const OURS = new Set<Kind>(['subtext', 'quote', 'list', 'bold', 'italic', 'code', 'fence'])

test('10,000 cards: every Discord message is within the limits, and nothing of its text is alive', () => {
  fc.assert(
    fc.property(card, (one) => {
      for (const { content, embeds } of [
        discord.renderCard(one),
        { content: discord.renderPlain(one), embeds: [] },
      ]) {
        assert.deepEqual(discordLimits.overLimits({ content, embeds }), [])
        readMessage({ content, embeds, ...discord.PING_NOBODY })
        const { pings, live } = aliveInDiscord({ content, embeds, ...discord.PING_NOBODY })
        assert.deepEqual(pings, [])
        assert.deepEqual(
          live.filter(({ kind }) => !OURS.has(kind)),
          [],
          content,
        )
        assert.doesNotMatch(content + embeds.map((e) => e.description).join(''), /<[@#!]|@everyone|@here/)
      }
    }),
    { numRuns: 10_000 },
  )
})

function* textsIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* textsIn(item)
  else if (typeof value === 'object' && value !== null) {
    if ('text' in value && typeof value.text === 'string') yield value.text
    for (const item of Object.values(value)) yield* textsIn(item)
  }
}

test('10,000 cards: every Slack message is within the limits, and nothing of its text is alive', () => {
  fc.assert(
    fc.property(card, (one) => {
      const message = slack.renderCard(one)
      const { text: summary, blocks } = message
      const plain = slack.renderPlain(one)
      assert.deepEqual(slackLimits.overLimits(message), [])
      checkContent(message)
      checkContent({ text: plain })
      const texts = [...textsIn(blocks)]
      for (const shown of [summary, plain]) assert.doesNotMatch(shown, /[<>]|&(?!amp;|lt;|gt;)/)
      for (const shown of [summary, plain, ...texts])
        assert.doesNotMatch(shown, /<[@#!]|@everyone|@here|@channel/)
      assert.ok(
        blocks.every(
          (block) => block.type === 'rich_text' || block.elements.every((e) => e.type === 'plain_text'),
        ),
      )
    }),
    { numRuns: 10_000 },
  )
})

test('what is over a limit is named', () => {
  const context: slack.Block = {
    type: 'context',
    elements: [{ type: 'plain_text', text: 'x'.repeat(3001), emoji: false }],
  }
  const slackFaults = slackLimits.overLimits({ text: ' ', blocks: Array.from({ length: 51 }, () => context) })
  assert.deepEqual(slackFaults, [
    'text is empty',
    '51 of 50 blocks',
    'a text in blocks has over 3000 characters',
    'blocks have 153051 of 13200 characters',
  ])
  const embeds = Array.from({ length: 11 }, () => ({ description: 'x'.repeat(4097) }))
  assert.deepEqual(discordLimits.overLimits({ content: 'x'.repeat(2001), embeds }), [
    'content has 2001 of 2000 characters',
    '11 of 10 embeds',
    'an embed has over 4096 characters',
    'embeds have 45067 of 6000 characters',
  ])
  assert.deepEqual(discordLimits.overLimits({ content: '\n', embeds: [] }), ['there is nothing to see'])
})

test('a long answer keeps its source', () => {
  const long = 'A sentence that goes on and on. '.repeat(300)
  const quote: Part = {
    is: 'quote',
    spans: [{ text: long }],
    citation: { document: 'Handbook', headings: [], line: 7 },
  }
  const one: Card = { summary: long, parts: [quote] }
  assert.match(JSON.stringify(slack.renderCard(one)), /Handbook · line 7/)
  assert.match(discord.renderCard(one).embeds[0]?.description ?? '', /Handbook · line 7$/)
  assert.match(discord.renderPlain(one), /Handbook · line 7$/)
})

test('a code block is opened and closed whatever is cut', () => {
  const code: Part = { is: 'text', spans: [{ text: 'npm ci\n'.repeat(900), mark: 'code' }] }
  const { embeds } = discord.renderCard({ summary: 'Run this.', parts: [code] })
  assert.equal(embeds[0]?.description.match(/```/g)?.length, 2)
})
