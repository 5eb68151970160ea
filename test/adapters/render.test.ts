import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import * as discordLimits from '../../src/adapters/discord/limits.ts'
import * as discord from '../../src/adapters/discord/render.ts'
import * as slackLimits from '../../src/adapters/slack/limits.ts'
import * as slack from '../../src/adapters/slack/render.ts'
import { citationUrl, spanUrl } from '../../src/core/citation.ts'
import type { Card, Part, Span } from '../../src/core/contract.ts'
import { alive as aliveInDiscord, type Kind } from '../fakes/discord.ts'
import { alive as aliveInSlack } from '../fakes/slack/alive.ts'
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
    weight: 24,
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
const url = fc.oneof(
  fc.constantFrom(
    undefined,
    'https://example.org/a_b.pdf?x=1&y=*2*#(c)',
    'javascript:alert(1)',
    'https://u@evil.example/',
  ),
  text.map((path) => `https://example.org/${path}`),
)
const span = fc.tuple(text, mark, fc.option(url, { nil: undefined, freq: 1 })).map(([t, m, to]): Span => ({
  text: t,
  ...(m && { mark: m as 'strong' }),
  ...(to !== undefined && { url: to }),
}))
const spans = fc.array(span, { maxLength: 3 })
const part: fc.Arbitrary<Part> = fc.oneof(
  fc
    .tuple(fc.constantFrom('title' as const, 'text' as const), spans)
    .map(([is, s]): Part => ({ is, spans: s })),
  fc.tuple(spans, text, fc.array(text, { maxLength: 3 }), url).map(([s, document, headings, to]): Part => ({
    is: 'quote',
    spans: s,
    citation: { document, headings, line: 7, ...(to !== undefined && { url: to }) },
  })),
  fc.array(spans, { maxLength: 4 }).map((items): Part => ({ is: 'list', items })),
)
const card: fc.Arbitrary<Card> = fc.record({ summary: text, parts: fc.array(part, { maxLength: 6 }) })

/** The addresses that a card's citations and words lead to. */
const linksIn = ({ parts }: Card): string[] =>
  parts.flatMap((one) => {
    const shown = one.is === 'list' ? one.items.flat() : one.spans
    const cited = one.is === 'quote' ? citationUrl(one.citation) : undefined
    return [cited, ...shown.map(spanUrl)].filter((to) => to !== undefined)
  })

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
        const links = linksIn(one)
        const ours = ({ kind, text: shown }: (typeof live)[number]): boolean =>
          OURS.has(kind) ||
          (kind === 'masked link' && links.some((to) => shown.endsWith(`](<${to}>)`))) ||
          (kind === 'url' && links.some((to) => shown === `<${to}>`))
        assert.deepEqual(
          live.filter((found) => !ours(found)),
          [],
          content,
        )
        assert.doesNotMatch(content + embeds.map((e) => e.description).join(''), /<[@#!]|@everyone|@here/)
      }
    }),
    { numRuns: 10_000 },
  )
})

test('10,000 cards: every Slack message is within the limits, and nothing of its text is alive', () => {
  fc.assert(
    fc.property(card, (one) => {
      const message = slack.renderCard(one)
      const { text: summary, blocks } = message
      const plain = slack.renderPlain(one)
      assert.deepEqual(slackLimits.overLimits(message), [])
      checkContent(message)
      checkContent({ text: plain })
      const texts = [...slackLimits.textsIn(blocks)]
      for (const shown of [summary, plain]) assert.doesNotMatch(shown, /[<>]|&(?!amp;|lt;|gt;)/)
      for (const shown of [summary, plain, ...texts])
        assert.doesNotMatch(shown, /<[@#!]|@everyone|@here|@channel/)
      const links = aliveInSlack(blocks)
      assert.ok(links.every(({ kind, target }) => kind === 'link' && linksIn(one).includes(target)))
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
    'text: 0, least 1',
    'blocks: 51, most 50',
    'blocks.text: 3001, most 3000',
    'blocks.total: 153051, most 13200',
  ])
  const embeds = Array.from({ length: 11 }, () => ({ description: 'x'.repeat(4097) }))
  assert.deepEqual(discordLimits.overLimits({ content: 'x'.repeat(2001), embeds }), [
    'content: 2001, most 2000',
    'embeds: 11, most 10',
    'embeds.description: 4097, most 4096',
    'embeds.total: 45067, most 6000',
  ])
  assert.deepEqual(discordLimits.overLimits({ content: '\n', embeds: [] }), ['content: 0, least 1'])
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

test('a sentence of which nearly every word is marked stands whole, with its source', () => {
  const spans: Span[] = Array.from({ length: 300 }, (_, i) => ({
    text: 'zebra ',
    ...(i % 2 && { mark: 'strong' }),
  }))
  const quote: Part = { is: 'quote', spans, citation: { document: 'Zoo', headings: [], line: 7 } }
  const shown = [...slackLimits.textsIn(slack.renderCard({ summary: 'zebra', parts: [quote] }).blocks)]
  assert.deepEqual(shown, ['zebra '.repeat(300), 'Zoo · line 7'])
})

test('a code block is opened and closed whatever is cut', () => {
  const code: Part = { is: 'text', spans: [{ text: 'npm ci\n'.repeat(900), mark: 'code' }] }
  const { embeds } = discord.renderCard({ summary: 'Run this.', parts: [code] })
  assert.equal(embeds[0]?.description.match(/```/g)?.length, 2)
})

const to = 'https://example.org/1'
const linked: Span = { text: ' Monday [1] ', mark: 'strong', url: to }

test('words that lead somewhere are a link in their own look', () => {
  const one: Card = { summary: 'Monday', parts: [{ is: 'text', spans: [linked, { text: '· posted' }] }] }
  assert.deepEqual(slack.renderCard(one).blocks, [
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'link', text: ' Monday [1] ', style: { bold: true }, url: to },
            { type: 'text', text: '· posted' },
          ],
        },
      ],
    },
  ])
  assert.equal(discord.renderCard(one).content, ` [**Monday \\[1\\]**](<${to}>) · posted`)
})

test('a list that is too long for Discord loses its end, and says that it goes on', () => {
  const address = `https://discord.com/channels/${'1'.repeat(19)}/${'2'.repeat(19)}/${'3'.repeat(19)}`
  const items = Array.from({ length: 30 }, (_, i): Span[] => [
    { text: `Thursday, ${i + 1} November 2026`, mark: 'strong', url: address },
    { text: ' · posted, not pinned (too many pins)' },
  ])
  const message = discord.renderCard({ summary: 'Last:', parts: [{ is: 'list', items }] })
  const lines = message.embeds[0]?.description.split('\n') ?? []
  assert.deepEqual(discordLimits.overLimits(message), [])
  assert.ok(lines.length > 20, String(lines.length))
  assert.equal(lines.at(-1), '- …')
})
