import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { parse } from 'yaml'
import { COMMANDS, EVENTS } from '../../src/adapters/slack/inbound.ts'
import { ABOUT, ASK, TOPICS } from '../../src/core/commands.ts'
import * as wording from '../../src/core/wording.ts'

interface Manifest {
  display_information: { name: string; description: string }
  features: {
    bot_user: { display_name: string }
    slash_commands: { command: string; description: string; usage_hint: string }[]
  }
  oauth_config: { scopes: { bot: string[] } }
  settings: { event_subscriptions: { bot_events: string[] } }
}
const manifest = (size: string): Manifest =>
  parse(readFileSync(`src/adapters/slack/manifest/${size}.yaml`, 'utf8')) as Manifest

/** The scope each method of the Web API needs, beside none. */
const SCOPES: Record<string, string[]> = {
  'auth.test': [],
  'chat.postMessage': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.replies': ['im:history'],
}
/** Looked for where it is granted; without it we say that we cannot look. */
const OPTIONAL = ['channels:history', 'groups:history']

const sources = ['client', 'connection', 'fault', 'inbound', 'post', 'readers', 'shell']
  .map((name) => readFileSync(`src/adapters/slack/${name}.ts`, 'utf8'))
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
  })

  test(`the ${size} manifest subscribes to the events and the commands that are handled`, () => {
    const events = settings.event_subscriptions.bot_events.map((name) => name.split('.')[0] ?? '')
    assert.deepEqual([...new Set(events)].toSorted(), EVENTS.toSorted())
    assert.deepEqual(
      features.slash_commands.map((c) => c.command),
      COMMANDS,
    )
  })

  test(`the ${size} manifest describes the commands as the core does, and names every topic`, () => {
    const described = features.slash_commands.map((c) => [c.command, c.description])
    assert.deepEqual(described, [
      [`/${ASK}`, wording.COMMAND_TEXT],
      [`/${ABOUT}`, wording.ABOUT_TEXT],
    ])
    const about = features.slash_commands.find((c) => c.command === `/${ABOUT}`)
    assert.equal(about?.usage_hint, Object.keys(TOPICS).join(' | '))
  })

  test(`the ${size} manifest is within Slack's limits`, () => {
    assert.ok(about.name.length <= 35 && about.description.length <= 140)
    assert.ok(features.bot_user.display_name.length <= 80)
    assert.ok(features.slash_commands.every((c) => c.command.length <= 32 && c.description.length <= 2000))
  })
}
