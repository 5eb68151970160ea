import assert from 'node:assert/strict'
import test from 'node:test'
import { ASK, at, LONG, refusal, start } from './discord/harness.ts'

const tooLong = (path: string, max: number): unknown =>
  at(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
const missing = (path: string): unknown => at(path, 'BASE_TYPE_REQUIRED', 'This field is required')
const row = (...components: unknown[]): unknown => ({ content: 'x', components: [{ type: 1, components }] })
const button = { type: 2, style: 1, label: 'x', custom_id: 'x' }
const field = { name: 'n', value: 'v' }
const limits: [name: string, body: unknown, errors: unknown][] = [
  ['content', { content: LONG(2001) }, tooLong('content', 2000)],
  ['nonce', { content: 'x', nonce: LONG(26) }, tooLong('nonce', 25)],
  ['embeds', { embeds: Array(11).fill({ title: 'x' }) }, tooLong('embeds', 10)],
  ['title', { embeds: [{ title: LONG(257) }] }, tooLong('embeds.0.title', 256)],
  ['description', { embeds: [{ description: LONG(4097) }] }, tooLong('embeds.0.description', 4096)],
  ['fields', { embeds: [{ fields: Array(26).fill(field) }] }, tooLong('embeds.0.fields', 25)],
  [
    'field name',
    { embeds: [{ fields: [{ ...field, name: LONG(257) }] }] },
    tooLong('embeds.0.fields.0.name', 256),
  ],
  [
    'field value',
    { embeds: [{ fields: [{ ...field, value: LONG(1025) }] }] },
    tooLong('embeds.0.fields.0.value', 1024),
  ],
  ['empty field', { embeds: [{ fields: [{ ...field, value: '' }] }] }, missing('embeds.0.fields.0.value')],
  ['footer', { embeds: [{ footer: { text: LONG(2049) } }] }, tooLong('embeds.0.footer.text', 2048)],
  ['author', { embeds: [{ author: { name: LONG(257) } }] }, tooLong('embeds.0.author.name', 256)],
  ['empty embed', { embeds: [{}] }, missing('embeds.0.description')],
  [
    '6,000 in all',
    { embeds: [{ description: LONG(4000) }, { description: LONG(2001) }] },
    at('embeds', 'MAX_EMBED_SIZE_EXCEEDED', 'Embed size exceeds maximum size of 6000'),
  ],
  [
    'embed url',
    { embeds: [{ title: 'x', url: 'file:///x/y' }] },
    at('embeds.0.url', 'URL_TYPE_INVALID_URL', 'Not a well formed URL.'),
  ],
  [
    'rows',
    {
      content: 'x',
      components: Array.from({ length: 6 }, (_, n) => ({
        type: 1,
        components: [{ ...button, custom_id: `${n}` }],
      })),
    },
    tooLong('components', 5),
  ],
  [
    'buttons',
    row(...Array.from({ length: 6 }, (_, n) => ({ ...button, custom_id: `${n}` }))),
    at('components.0.components', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 5 in length.'),
  ],
  ['label', row({ ...button, label: LONG(81) }), tooLong('components.0.components.0.label', 80)],
  [
    'custom_id',
    row({ ...button, custom_id: LONG(101) }),
    at('components.0.components.0.custom_id', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.'),
  ],
  [
    'same custom_id',
    row(button, button),
    at(
      'components.0.components.1.custom_id',
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    ),
  ],
  [
    'unknown type',
    { content: 'x', components: [{ type: 99 }] },
    at('components.0', 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (1,).'),
  ],
  [
    'allowed_mentions',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    at(
      'allowed_mentions',
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      'parse:["users"] and users: [ids...] are mutually exclusive.',
    ),
  ],
  [
    'reference',
    { content: 'x', message_reference: { message_id: '1' } },
    at('message_reference', 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message'),
  ],
  [
    'content in V2',
    { content: 'x', flags: 32768, components: [{ type: 10, content: 'y' }] },
    at(
      'content',
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
    ),
  ],
]

test('every limit of a message is refused with 50035 at its place', async () => {
  const { fake, client } = await start()
  for (const [name, body, errors] of limits) {
    const refused = await refusal(client.rest.post(`/channels/${fake.channels.general}/messages`, { body }))
    assert.deepEqual(refused, { code: 50035, status: 400, errors }, name)
  }
  assert.equal(
    (
      await refusal(
        client.rest.post(`/channels/${fake.channels.general}/messages`, { body: { content: ' ' } }),
      )
    ).code,
    50006,
  )
  assert.deepEqual(fake.messages(fake.channels.general), [])
  const body = {
    content: LONG(2000),
    message_reference: { message_id: '1', fail_if_not_exists: false },
    embeds: [{ title: 'x', unknown: 1 }],
  }
  await client.rest.post(`/channels/${fake.channels.general}/messages`, { body })
  assert.deepEqual(fake.messages(fake.channels.general)[0]?.embeds, [{ type: 'rich', title: 'x' }])
})

test('commands that do not fit are refused at their place', async () => {
  const { fake, client } = await start()
  const put = (body: unknown): Promise<unknown> =>
    client.rest.put(`/applications/${fake.application}/commands`, { body })
  const option = ASK.options[0]
  const cases: [body: unknown, errors: unknown][] = [
    [[{ ...ASK, name: 'Ask' }], at('0.name', 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')],
    [
      [{ ...ASK, description: LONG(101) }],
      at('0.description', 'BASE_TYPE_BAD_LENGTH', 'Must be between 1 and 100 in length.'),
    ],
    [[ASK, ASK], at('1', 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')],
    [
      [{ ...ASK, options: [{ ...option, required: false, name: 'a' }, option] }],
      at(
        '0.options.1',
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      ),
    ],
  ]
  for (const [body, errors] of cases)
    assert.deepEqual(await refusal(put(body)), { code: 50035, status: 400, errors })
  assert.deepEqual(fake.registered(), [])
})
