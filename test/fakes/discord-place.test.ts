import assert from 'node:assert/strict'
import test from 'node:test'
import { Events, GatewayIntentBits } from 'discord.js'
import { Permission } from './discord.ts'
import { ASK, CONTENT, onInteraction, refusal, start } from './discord/harness.ts'

test('permissions: seeing, writing, embedding, history', async () => {
  const { fake, client, general } = await start()
  const { channels } = fake
  const send = (channel: string, body: object): Promise<unknown> =>
    client.rest.post(`/channels/${channel}/messages`, { body })
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content))
  assert.equal((await refusal(send(channels.hidden, { content: 'x' }))).code, 50001)
  assert.equal((await refusal(send(channels.silent, { content: 'x' }))).code, 50013)
  assert.equal((await refusal(send(channels.forum, { content: 'x' }))).code, 50008)
  await send(channels.thread, { content: 'in a thread' })
  assert.equal(
    (await refusal(client.rest.post(`/channels/${channels.general}/threads`, { body: { name: 'x' } }))).code,
    50013,
  )
  fake.mention(channels.hidden, 'unheard')
  const said = fake.mention(channels.general, 'heard')
  await general.messages.fetch(said.id)
  assert.deepEqual(
    heard.map((text) => text.includes('unheard')),
    heard.map(() => false),
  )

  fake.permit(channels.general, Permission.view | Permission.send)
  await send(channels.general, { content: 'bare', embeds: [{ title: 'x' }] })
  assert.deepEqual(fake.messages(channels.general).at(-1)?.embeds, [])
  assert.equal(
    (await refusal(send(channels.general, { content: 'x', message_reference: { message_id: said.id } })))
      .code,
    160002,
  )
  assert.equal((await refusal(general.messages.pin(said.id))).code, 50013)
  assert.deepEqual(await client.rest.get(`/channels/${channels.general}/messages`), [])
  const guild = await client.guilds.fetch(fake.guilds.team)
  assert.equal((await refusal(guild.members.fetch(fake.users.nomad.id))).code, 10007)
  const unknown = await refusal(client.rest.get('/nowhere'))
  assert.deepEqual([unknown.status, unknown.code], [404, 0])
})

test('pins: a notice, an update, pages, and 250 at most', async () => {
  const { fake, client, general } = await start()
  const updated = new Promise((resolve) => client.once(Events.ChannelPinsUpdate, resolve))
  const brief = await general.send('brief')
  await brief.pin()
  await updated
  const [, notice] = fake.messages(general.id)
  assert.deepEqual([notice?.type, notice?.message_reference?.message_id], [6, brief.id])
  const { items } = await general.messages.fetchPins()
  assert.deepEqual(
    items.map(({ message }) => message.id),
    [brief.id],
  )
  await general.messages.delete(notice?.id ?? '')
  await brief.unpin()
  const said = Array.from({ length: 250 }, (_, n) => fake.say(general.id, `${n}`).id)
  for (const id of said)
    await fetch(`${fake.url}/v10/channels/${general.id}/messages/pins/${id}`, {
      method: 'PUT',
      headers: { authorization: `Bot ${fake.token}` },
    })
  const page = await general.messages.fetchPins({ limit: 50 })
  assert.deepEqual([page.items.length, page.hasMore], [50, true])
  assert.equal((await refusal(brief.pin())).code, 30003)
})

test('content is blank without the intent, but for mentions, direct messages and replies to ordinary messages', async () => {
  const { fake, client, general } = await start()
  await client.application?.commands.set([ASK])
  const heard = new Map<string, string>()
  client.on(Events.MessageCreate, ({ id, content }) => void heard.set(id, content))
  onInteraction(client, async (one) => one.isChatInputCommand() && one.reply('answer'))
  const ordinary = await general.send('ordinary')
  const slash = fake.slash('ask', { question: 'x' }, { channel: general.id })
  const answer = await fake.waitFor(() => fake.interaction(slash.id)?.original)
  const said = fake.say(general.id, 'secret')
  const cases: [id: string, content: string][] = [
    [said.id, ''],
    [fake.mention(general.id, 'x').id, `<@${fake.bot.id}> x`],
    [fake.reply(ordinary.id, 'pinged').id, 'pinged'],
    [fake.reply(ordinary.id, 'quiet', { ping: false }).id, ''],
    [fake.reply(answer, 'to an answer').id, ''],
    [fake.hook(general.id, 'hook').id, ''],
    [fake.direct(fake.users.ben.id, 'direct').id, 'direct'],
  ]
  fake.edit(said.id, 'still secret')
  const last = new Promise((resolve) => client.once(Events.MessageDelete, resolve))
  fake.remove(said.id)
  await last
  assert.deepEqual(
    cases.map(([id]) => heard.get(id)),
    cases.map(([, content]) => content),
  )
  const listed = await general.messages.fetch({ limit: 10, cache: false })
  for (const [id, content] of cases.slice(1, -1)) assert.equal(listed.get(id)?.content, content)
})

test('with the intent switched on content is there, and only the events asked for come', async () => {
  const { fake, client, general } = await start(
    { privileged: CONTENT },
    { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, CONTENT] },
  )
  const heard: string[] = []
  const second = new Promise<void>((resolve) =>
    client.on(Events.MessageCreate, ({ content }) => void (heard.push(content) === 2 && resolve())),
  )
  fake.direct(fake.users.ben.id, 'not asked for')
  fake.say(general.id, 'plain', { by: fake.users.robot.id })
  fake.say(general.id, 'end')
  await second
  assert.deepEqual(heard, ['plain', 'end'])
})

test('threads and reactions, where they are allowed', async () => {
  const { fake, client, general } = await start({ permissions: 2252109051415552n | Permission.addReactions })
  const message = await general.messages.fetch(fake.mention(general.id, 'x').id)
  await message.react('👀')
  assert.equal((await refusal(message.react('123:456'))).code, 10014)
  const thread = await message.startThread({ name: 'about x' })
  await thread.send('here')
  assert.equal(fake.messages(thread.id)[0]?.content, 'here')
  assert.equal((await refusal(message.startThread({ name: 'again' }))).code, 160004)
  const theirs = fake.channels.lobby
  const lobby = await client.channels.fetch(theirs)
  assert.equal(lobby?.isSendable() && (await lobby.send('y')).channelId, theirs)
})

test('a revoked token closes the gateway for good', async () => {
  const { fake, client } = await start()
  const gone = new Promise<{ code: number }>((resolve) => client.once(Events.ShardDisconnect, resolve))
  fake.revoke()
  assert.equal((await gone).code, 4004)
})

test('a message of Components V2 stays one when it is edited', async () => {
  const { fake, client, general } = await start()
  const body = { flags: 32768, components: [{ type: 10, content: 'a' }] }
  const path = `/channels/${general.id}/messages` as const
  const { id } = (await client.rest.post(path, { body })) as { id: string }
  await client.rest.patch(`${path}/${id}`, { body: { components: [{ type: 10, content: 'b' }] } })
  assert.equal((await refusal(client.rest.patch(`${path}/${id}`, { body: { content: 'c' } }))).code, 50035)
  const long = {
    ...body,
    components: [
      { type: 10, content: 'x'.repeat(3000) },
      { type: 10, content: 'x'.repeat(1001) },
    ],
  }
  assert.equal((await refusal(client.rest.post(path, { body: long }))).code, 50035)
  assert.deepEqual(fake.messages(general.id)[0]?.components, [{ id: 1, type: 10, content: 'b' }])
})
