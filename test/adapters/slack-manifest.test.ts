import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { parse } from 'yaml'
import { COMMANDS, EVENTS } from '../../src/adapters/slack/inbound.ts'
import { ABOUT, ASK, BRIEF, BRIEF_VERBS, TOPICS } from '../../src/core/commands.ts'
import { BRIEF_TEXT } from '../../src/core/briefs/wording.ts'
import * as wording from '../../src/core/wording.ts'
import { MINIMAL_SCOPES } from '../fakes/slack.ts'

interface Manifest {
  display_information: { name: string; description: string }
  features: {
    bot_user: { display_name: string }
    slash_commands: { command: string; description: string; usage_hint: string }[]
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] }; interactivity: { is_enabled: boolean } }
}
const manifest = (size: string): Manifest =>
  parse(readFileSync(`src/adapters/slack/manifest/${size}.yaml`, 'utf8')) as Manifest

/** The scope each method of the Web API needs, beside none. */
const SCOPES: Record<string, string[]> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.update': ['chat:write'],
  'chat.getPermalink': [],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.history': ['im:history'],
  'conversations.replies': ['im:history'],
  'pins.add': ['pins:write'],
  'pins.remove': ['pins:write'],
  'views.open': [],
}
/** Looked for where it is granted; without it we say that we cannot look. */
const OPTIONAL = ['channels:history', 'groups:history']

const sources = readdirSync('src/adapters/slack')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`src/adapters/slack/${name}`, 'utf8'))
  .join('\n')
const called = new Set(
  Array.from(
    sources.matchAll(/client\.((?:auth|chat|conversations|views|pins|users|reactions)\.\w+)/g),
    (m) => m[1] ?? '',
  ),
)

for (const size of ['minimal', 'full']) {
  const { display_information: about, features, oauth_config: oauth, settings } = manifest(size)

  test(`the ${size} manifest grants what is called, for what is listened to, and no more`, () => {
    const methods = [...called].flatMap(
      (name) => SCOPES[name] ?? assert.fail(`Which scope does ${name} need?`),
    )
    const needed = new Set([
      ...methods,
      'app_mentions:read',
      'im:history',
      'commands',
      ...(size === 'full' ? OPTIONAL : []),
    ])
    assert.deepEqual(oauth.scopes.bot.toSorted(), [...needed].toSorted())
    const granted = size === 'full' ? [...MINIMAL_SCOPES, ...OPTIONAL] : MINIMAL_SCOPES
    assert.deepEqual(oauth.scopes.bot.toSorted(), granted.toSorted())
  })

  test(`the ${size} manifest subscribes to the events and the commands that are handled`, () => {
    const events = settings.event_subscriptions.bot_events.map((name) => name.split('.')[0] ?? '')
    assert.deepEqual([...new Set(events)].toSorted(), EVENTS.toSorted())
    assert.deepEqual(
      features.slash_commands.map((c) => c.command),
      COMMANDS,
    )
  })

  test(`the ${size} manifest lets forms come back, since forms are shown`, () => {
    assert.equal(settings.interactivity.is_enabled, called.has('views.open'))
  })

  test(`the ${size} manifest describes the commands as the core does, and names every topic and verb`, () => {
    const described = features.slash_commands.map((c) => [c.command, c.description])
    assert.deepEqual(described, [
      [`/${ASK}`, wording.COMMAND_TEXT],
      [`/${ABOUT}`, wording.ABOUT_TEXT],
      [`/${BRIEF}`, BRIEF_TEXT],
    ])
    const hintOf = (name: string) => features.slash_commands.find((c) => c.command === `/${name}`)?.usage_hint
    assert.equal(hintOf(ABOUT), Object.keys(TOPICS).join(' | '))
    assert.equal(hintOf(BRIEF), BRIEF_VERBS.map(({ verb }) => verb).join(' | '))
  })

  test(`the ${size} manifest is within Slack's limits`, () => {
    assert.ok(about.name.length <= 35 && about.description.length <= 140)
    assert.ok(features.bot_user.display_name.length <= 80)
    assert.ok(
      features.slash_commands.every(
        (c) => c.command.length <= 32 && c.description.length <= 2000 && c.usage_hint.length <= 1000,
      ),
    )
  })
}
