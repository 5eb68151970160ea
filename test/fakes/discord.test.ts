import assert from 'node:assert/strict'
import test from 'node:test'
import { Events, GatewayDispatchEvents } from 'discord.js'
import { clientFor, CONTENT, fakeOnly, MINIMAL, refusal, said, start } from './discord/harness.ts'

test('logs in, hears a mention and replies to it', async () => {
  const { fake, client } = await start()
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) message.reply(`heard: ${message.content}`).catch(assert.fail)
  })
  const asked = fake.mention(fake.channels.general, 'when?')
  const reply = await fake.waitFor(() => fake.messages(fake.channels.general).find(({ type }) => type === 19))
  assert.equal(reply.content, `heard: <@${fake.bot.id}> when?`)
  assert.equal(reply.message_reference?.message_id, asked.id)
  assert.equal(client.guilds.cache.size, 2)
  assert.equal(fake.identifies(), 1)
  assert.deepEqual(fake.calls[0]?.name, 'GET /gateway/bot')
  const heard: string[] = []
  client.ws.on(GatewayDispatchEvents.MessageCreate, ({ id }: { id: string }) => void heard.push(id))
  fake.replay(asked)
  await said(client, () => fake.say(fake.channels.general, 'end', { by: fake.users.robot.id }).id)
  assert.ok(heard.includes(asked.id))
  const replies = fake.messages(fake.channels.general).filter(({ type }) => type === 19)
  assert.equal(replies.length, 1, 'discord.js itself drops a message it still has in its cache')
})

test('a cold direct message arrives with Partials.Channel and is answered', async () => {
  const { fake, client } = await start()
  client.on(Events.MessageCreate, (message) => {
    if (!message.author.bot) message.reply(message.content).catch(assert.fail)
  })
  const { channel } = fake.direct(fake.users.ben.id, 'psst')
  await fake.waitFor(() => fake.messages(channel).length === 2)
  const nomad = await client.users.fetch(fake.users.nomad.id)
  assert.equal((await refusal(nomad.send('hello'))).code, 50278)
  fake.closeDirect(fake.users.ada.id)
  const ada = await client.users.fetch(fake.users.ada.id)
  assert.equal((await refusal(ada.send('hello'))).code, 50007)
})

test('what is said in a gap is replayed when the session is resumed', async () => {
  const { fake, client } = await start()
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content))
  const resumed = new Promise((resolve) =>
    client.once(Events.ShardResume, (_, replayed) => resolve(replayed)),
  )
  fake.gateway.kill(true)
  fake.mention(fake.channels.general, 'in the gap')
  await resumed
  assert.match(heard[0] ?? '', /in the gap/)
  assert.deepEqual([fake.identifies(), fake.gateway.counts.resumes], [1, 1])
})

test('op 7 resumes; op 9 resumes or identifies anew, and then the gap is lost', async () => {
  const { fake, client } = await start()
  fake.gateway.reconnect()
  await fake.waitFor(() => fake.gateway.counts.resumes === 1)
  fake.gateway.invalidate(true)
  await fake.waitFor(() => fake.gateway.counts.resumes === 2)
  const heard: string[] = []
  client.on(Events.MessageCreate, ({ content }) => void heard.push(content))
  const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve))
  fake.gateway.invalidate(false)
  fake.mention(fake.channels.general, 'lost')
  await fake.waitFor(() => fake.identifies() === 2, 8_000)
  await ready
  await said(client, () => fake.mention(fake.channels.general, 'heard').id)
  assert.deepEqual(heard, [`<@${fake.bot.id}> heard`])
})

test('without a heartbeat ACK the client takes the connection for dead and resumes', async () => {
  const { fake } = await start({ heartbeatMs: 150 })
  fake.gateway.silence(true)
  await fake.waitFor(() => fake.gateway.counts.resumes > 0, 4_000)
  fake.gateway.silence(false)
})

test('comes back after the platform was away', async () => {
  const { fake } = await start()
  await fake.down()
  await fake.up()
  await fake.waitFor(() => fake.gateway.counts.resumes > 0, 4_000)
})

test('a reset after storing posts twice, and once with an enforced nonce', async () => {
  const { fake, general } = await start()
  const cut = { drop: 'after storing', reset: true } as const
  fake.faults.add('POST /channels/:c/messages', cut)
  await general.send('twice')
  fake.faults.add('POST /channels/:c/messages', cut)
  await general.send({ content: 'once', nonce: 'brief-1', enforceNonce: true })
  assert.deepEqual(
    fake.messages(general.id).map(({ content }) => content),
    ['twice', 'twice', 'once'],
  )
  fake.advance(600_000)
  await general.send({ content: 'later', nonce: 'brief-1', enforceNonce: true })
  assert.equal(fake.messages(general.id).length, 4)
})

test('faults: cut before storing, 500, 429, and 401 after which the client has no token', async () => {
  const { fake, general, client } = await start()
  const post = 'POST /channels/:c/messages'
  fake.faults.add(post, { drop: 'before storing' })
  await assert.rejects(general.send('lost'), { code: 'UND_ERR_SOCKET' })
  fake.faults.add(post, { status: 500, times: 2 })
  fake.faults.add(post, { status: 429, headers: { 'Retry-After': '0.05' } })
  await general.send('kept')
  assert.deepEqual(
    fake.messages(general.id).map(({ content }) => content),
    ['kept'],
  )
  fake.faults.add(post, { status: 401 })
  assert.equal((await refusal(general.send('refused'))).status, 401)
  await assert.rejects(general.send('again'), /Expected token/)
  client.rest.setToken(fake.token)
  fake.revoke()
  assert.equal((await refusal(general.send('revoked'))).status, 401)
})

test('a small bucket is waited for by its headers', async () => {
  const { fake, general } = await start({ bucket: { limit: 2, perMs: 200 } })
  for (const text of ['a', 'b', 'c']) await general.send(text)
  assert.equal(fake.calls.filter(({ status }) => status === 429).length, 0)
  assert.equal(fake.messages(general.id).length, 3)
})

test('login is refused for a wrong token, intents not switched on, and no sessions left', async () => {
  const fake = await fakeOnly()
  await assert.rejects(clientFor(fake).login('wrong.token.here'), { code: 'TokenInvalid' })
  await assert.rejects(
    clientFor(fake, { intents: [...MINIMAL, CONTENT] }).login(fake.token),
    /disallowed intents/,
  )
  const spent = await fakeOnly({ identifies: 0 })
  await assert.rejects(clientFor(spent).login(spent.token), /Not enough sessions/)
})
