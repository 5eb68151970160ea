import { noticeCard } from '../cards.ts'
import type { Card, Instant, Request } from '../contract.ts'
import * as wording from './wording.ts'
import { faultCard } from './desk-cards.ts'
import { readOn } from './typed/on.ts'
import { readDate } from './typed/date.ts'
import { localDate, startOfDate } from './schedule.ts'
import type { Subscription } from './subscription.ts'

/** What somebody wants changed. */
export interface Change {
  request: Request
  /** As it is; null where the place never had a brief. */
  subscription: Subscription | null
  /** What was said after the verb. */
  words: string
  now: Instant
  /** Where nobody said another one. */
  zone: string
  locale: string
}

const USUAL_TIME = '09:00'
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const MOST_TOPICS = 10
const LONGEST_TOPIC = 80

/** What is not said stays as it was; runs count from now on, and what failed or was paused is over. */
export function turnOn(change: Change): Subscription | Card {
  const read = readOn(change.words)
  if ('fault' in read) return faultCard(read)
  const { time, zone, days, quiet } = read.value
  const before = asItIs(change)
  const { rhythm } = before
  const isSaid = change.words.trim() !== ''
  return {
    ...before,
    rhythm: { time: time ?? rhythm.time, zone: zone ?? rhythm.zone, days: days ?? rhythm.days },
    quiet: isSaid ? quiet : before.quiet,
    since: change.now,
    pausedUntil: 0,
    state: 'on',
    failures: 0,
    told: '',
  }
}

export function turnOff(change: Change): Subscription | Card {
  return isOn(change) ? { ...asItIs(change), state: 'off' } : noticeCard(wording.BRIEF_NONE_HERE)
}

export function pause(change: Change): Subscription | Card {
  if (!isOn(change)) return noticeCard(wording.BRIEF_NONE_HERE)
  const before = asItIs(change)
  const { zone } = before.rhythm
  const date = readDate(change.words, localDate(zone, change.now))
  if ('fault' in date) return faultCard(date)
  return { ...before, pausedUntil: startOfDate(zone, date.value) }
}

export function changeTopics(change: Change): Subscription | Card {
  const [what = '', ...rest] = change.words.trim().split(/\s+/)
  const topic = rest.join(' ')
  const before = asItIs(change)
  const others = before.topics.filter((one) => one.toLowerCase() !== topic.toLowerCase())
  if (!/^(?:add|remove)$/i.test(what) || topic === '') return noticeCard(wording.BRIEF_TOPICS_HOW)
  if (topic.length > LONGEST_TOPIC) return noticeCard(wording.briefTopicLong(LONGEST_TOPIC))
  if (what.toLowerCase() === 'remove') {
    if (others.length === before.topics.length) return noticeCard(wording.briefNoSuchTopic(topic))
    return { ...before, topics: others }
  }
  if (others.length >= MOST_TOPICS) return noticeCard(wording.briefTopicsFull(MOST_TOPICS))
  return { ...before, topics: [...others, topic] }
}

function isOn({ subscription }: Change): boolean {
  return subscription !== null && subscription.state !== 'off'
}

/** By whoever changes it; off where the place never had a brief. */
function asItIs({ subscription, request, now, zone }: Change): Subscription {
  const unset: Subscription = {
    place: request.place.id,
    rhythm: { time: USUAL_TIME, zone, days: EVERY_DAY },
    quiet: false,
    topics: [],
    manager: request.person.id,
    since: now,
    pausedUntil: 0,
    state: 'off',
    failures: 0,
    told: '',
  }
  return { ...unset, ...subscription, manager: request.person.id }
}
