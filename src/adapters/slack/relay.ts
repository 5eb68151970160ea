import { setTimeout as sleep } from 'node:timers/promises'
import type { WebClient } from '@slack/web-api'
import type { Core, Form, Id, Place, Request } from '../../core/contract.ts'
import type { Take } from './connection.ts'
import { isRecord, strings } from './fields.ts'
import { fromSubmission, toView } from './form.ts'
import { toRequest, type Us } from './inbound.ts'

/** Of the three seconds that Slack gives a command, so that it can still be answered without its form. */
const OPEN_MS = 1_500

export interface RelayOptions {
  client: WebClient
  core: Core
  us: Us
  /** Who reads a channel. */
  readers: (place: Id) => Promise<Place['readers']>
}

/** Hands what Slack delivers on to the core, or shows the form that stands before it; Slack hears of it afterwards. */
export function createRelay({ client, core, us, readers }: RelayOptions): Take {
  /** Slack is asked where the delivery does not say who reads; who writes where only the team reads is of the team. */
  const withReaders = async (request: Request): Promise<Request> => {
    const { place, person, reply } = request
    if (place.readers !== 'unknown' || reply.only !== undefined) return request
    const found = await readers(place.id)
    const member = person.member === 'unknown' && found === 'team' ? true : person.member
    return { ...request, place: { ...place, readers: found }, person: { ...person, member } }
  }
  const isFormShown = async (request: Request, body: unknown): Promise<boolean> => {
    const first = core.first(request)
    const trigger = isRecord(body) ? strings(body, ['trigger_id']).trigger_id : undefined
    if (first.show !== 'form' || trigger === undefined) return false
    return isOpened(client, trigger, { form: first.form, place: request.place.id })
  }
  return async (event) => {
    const now = Date.now()
    const request = toRequest(event.body, us, now) ?? fromSubmission(event.body, us, now)
    if (request && !(await isFormShown(request, event.body))) await core.accept(await withReaders(request))
    // Where the connection went meanwhile, Slack delivers the event again.
    await event.ack().catch(() => undefined)
  }
}

/** Whether Slack says in time that it shows the form. */
async function isOpened(
  client: WebClient,
  trigger_id: string,
  { form, place }: { form: Form; place: Id },
): Promise<boolean> {
  const opened = client.views.open({ trigger_id, view: toView(form, place) }).then(
    () => true,
    () => false,
  )
  return Promise.race([opened, sleep(OPEN_MS, false, { ref: false })])
}
