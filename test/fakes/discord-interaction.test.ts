import assert from 'node:assert/strict'
import test from 'node:test'
import { Events, MessageFlags, type Interaction } from 'discord.js'
import { ASK, at, onInteraction, refusal, start } from './discord/harness.ts'

test('a command is deferred out of sight, filled in and followed up', async () => {
  const { fake, client } = await start()
  const [ask] = [...((await client.application?.commands.set([ASK]))?.values() ?? [])]
  await client.application?.commands.set([ASK])
  assert.equal(fake.registered()[0]?.id, ask?.id)
  assert.equal(fake.commands.counts.creates, 1)
  const failed = onInteraction(client, async (one) => {
    if (!one.isChatInputCommand()) return
    await one.deferReply({ flags: MessageFlags.Ephemeral })
    await one.editReply(one.options.getString('question', true))
    await one.followUp({ content: 'more', flags: MessageFlags.Ephemeral })
  })
  assert.throws(() => fake.slash('ask', {}, { channel: fake.channels.general }), /required/)
  assert.throws(() => fake.slash('brief', {}, { channel: fake.channels.general }), /no command/)
  const { id } = fake.slash(
    'ask',
    { question: 'when?' },
    { channel: fake.channels.general, by: fake.users.ben.id },
  )
  await fake.waitFor(() => failed.length > 0 || fake.interaction(id)?.followUps.length)
  assert.deepEqual(failed, [])
  const seen = fake.messages(fake.channels.general)
  assert.deepEqual(
    seen.map((one) => [one.content, one.seenBy]),
    [
      ['when?', fake.users.ben.id],
      ['more', fake.users.ben.id],
    ],
  )
  assert.equal(fake.interaction(id)?.answered, 5)
  assert.deepEqual(
    await refusal(client.rest.get(`/channels/${fake.channels.general}/messages/${seen[0]?.id}`)),
    { code: 10008, status: 404, errors: undefined },
  )
})

test('the follow-up after a defer fills it in and keeps it as visible as it was', async () => {
  const { fake, client } = await start()
  await client.application?.commands.set([ASK])
  const failed = onInteraction(client, async (one) => {
    if (!one.isChatInputCommand()) return
    await one.deferReply()
    await one.followUp({ content: 'open', flags: MessageFlags.Ephemeral })
  })
  fake.slash('ask', { question: 'x' }, { dm: fake.users.ada.id })
  await fake.waitFor(() =>
    fake.calls.some((call) => call.name === 'POST /webhooks/:app/:token' && call.status),
  )
  assert.deepEqual(failed, [])
  const [sent] = fake.messages(fake.dm(fake.users.ada.id))
  assert.deepEqual([sent?.content, sent?.seenBy], ['open', undefined])
})

test('an interaction takes one answer, within 3 s, and its token 15 minutes', async () => {
  const { fake, client } = await start()
  await client.application?.commands.set([ASK])
  const got: Interaction[] = []
  client.on(Events.InteractionCreate, (one) => got.push(one))
  const ask = async () => {
    const { id } = fake.slash('ask', { question: 'x' }, { channel: fake.channels.general })
    const arrived = new Promise((resolve) => client.once(Events.InteractionCreate, resolve))
    await arrived
    const one = got.find((other) => other.id === id)
    assert.ok(one?.isChatInputCommand())
    return one
  }
  const late = await ask()
  fake.advance(3_001)
  assert.equal((await refusal(late.deferReply())).code, 10062)
  const twice = await ask()
  assert.equal((await refusal(twice.webhook.editMessage('@original', 'early'))).code, 10015)
  const long = await refusal(twice.reply('x'.repeat(2001)))
  assert.deepEqual(
    long.errors,
    at('data.content', 'BASE_TYPE_MAX_LENGTH', 'Must be 2000 or fewer in length.'),
  )
  const answer = await twice.reply({ content: 'one', withResponse: true })
  assert.equal(answer.resource?.message?.content, 'one')
  twice.replied = false
  assert.equal((await refusal(twice.reply('two'))).code, 40060)
  fake.advance(900_000)
  assert.deepEqual(await refusal(twice.webhook.editMessage('@original', 'late')), {
    code: 50027,
    status: 401,
    errors: undefined,
  })
  const gone = await ask()
  await gone.reply('here')
  fake.expire(gone.id)
  assert.equal((await refusal(gone.followUp('late'))).code, 50027)
})

test('buttons, updates and modals', async () => {
  const { fake, client, general } = await start()
  const button = { type: 2, style: 1, label: 'More', custom_id: 'more' }
  const sent = await general.send({ content: 'press', components: [{ type: 1, components: [button] }] })
  const failed = onInteraction(client, async (one) => {
    if (one.isButton()) {
      await one.showModal({
        title: 'Say',
        customId: 'say',
        components: [
          { type: 18, label: 'What', component: { type: 4, style: 1, customId: 'what' } as never },
        ],
      })
    }
    if (one.isModalSubmit() && one.isFromMessage()) await one.update(one.fields.getTextInputValue('what'))
  })
  const pressed = fake.press(sent.id, 'more')
  await fake.waitFor(() => failed.length > 0 || fake.interaction(pressed.id)?.modal)
  assert.deepEqual(failed, [])
  fake.submit(pressed.id, { what: 'changed' })
  await fake.waitFor(() => fake.messages(fake.channels.general)[0]?.content === 'changed')
  assert.throws(() => fake.press(sent.id, 'other'), /nothing to press/)
})

const SET = {
  name: 'brief',
  description: 'The brief',
  contexts: [0],
  default_member_permissions: '32',
  options: [
    {
      name: 'set',
      description: 'Set',
      type: 1,
      options: [{ name: 'channel', description: 'Where', type: 7, required: true }],
    },
  ],
}

test('a subcommand carries what the bot may do in the channel picked, and is kept for managers', async () => {
  const { fake, client } = await start()
  await client.application?.commands.set([SET as never], fake.guilds.team)
  const where = { channel: fake.channels.general }
  const picked = new Promise<Interaction>((resolve) => client.once(Events.InteractionCreate, resolve))
  fake.slash('brief set', { channel: fake.channels.silent }, where)
  const one = await picked
  assert.ok(one.isChatInputCommand())
  assert.equal(one.options.getSubcommand(), 'set')
  const channel = one.options.getChannel('channel', true)
  assert.equal(channel.id, fake.channels.silent)
  assert.equal(one.appPermissions.has('SendMessages'), true)
  const values = { channel: fake.channels.silent }
  assert.throws(() => fake.slash('brief set', values, { ...where, by: fake.users.ben.id }), /may not use/)
  assert.throws(() => fake.slash('brief set', values, { dm: fake.users.ada.id }), /no command/)
  assert.throws(() => fake.slash('brief', {}, where), /subcommand/)
})

test('a message command shows the content of its target', async () => {
  const { fake, client } = await start()
  await client.application?.commands.set([{ name: 'Ask about this', type: 3 }])
  const failed = onInteraction(
    client,
    async (one) => one.isMessageContextMenuCommand() && one.reply(one.targetMessage.content),
  )
  const target = fake.say(fake.channels.general, 'what of this?')
  const { id } = fake.menu('Ask about this', target.id)
  await fake.waitFor(() => failed.length > 0 || fake.interaction(id)?.original)
  assert.equal(fake.messages(fake.channels.general).at(-1)?.content, 'what of this?')
})

test('completion takes choices only; one without the bot takes five follow-ups', async () => {
  const { fake, client } = await start()
  const option = { ...ASK.options[0], autocomplete: true }
  await client.rest.put(`/applications/${fake.application}/commands`, {
    body: [{ ...ASK, options: [option], integration_types: [0, 1], contexts: [0, 1, 2] }],
  })
  const outcome: unknown[] = []
  const failed = onInteraction(client, async (one) => {
    if (one.isAutocomplete()) await one.respond([{ name: 'a', value: 'b' }])
    if (!one.isChatInputCommand()) return
    await one.reply({ content: 'first', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] })
    for (let n = 0; n < 5; n++) await one.followUp(`${n}`)
    outcome.push((await refusal(one.followUp('sixth'))).code)
  })
  const typed = fake.complete('ask', 'question', 'wh', { channel: fake.channels.general })
  await fake.waitFor(() => fake.interaction(typed.id)?.choices)
  fake.slash('ask', { question: 'x' }, { dm: fake.users.nomad.id, install: 'user' })
  const nomads = fake.dm(fake.users.nomad.id)
  await fake.waitFor(() => fake.calls.filter(({ status }) => status === 400).length > 0 || failed.length > 0)
  assert.deepEqual(failed, [])
  assert.equal(fake.messages(nomads).length, 6)
  assert.equal(fake.messages(nomads)[0]?.attachments[0]?.filename, 'a.txt')
})
