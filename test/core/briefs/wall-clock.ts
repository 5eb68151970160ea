/** What clocks show in a zone, by `Intl` alone: an oracle for the schedule, which reckons by other means. */

export const MINUTE = 60_000
export const DAY = 86_400_000
const STEP = 7 * DAY

/** A time between two transitions: `from` and `to` are instants, `offset` is what the clocks are ahead of UTC, all in ms. */
export interface Span {
  from: number
  to: number
  offset: number
}

/** The spans of a zone in a range of instants: changes of the offset are looked for each week, then halved down to. */
export function spansOf(zone: string, from: number, to: number): Span[] {
  const offset = offsets(zone)
  const spans: Span[] = []
  let start = from
  let before = offset(from)
  for (let at = from; at < to; at += STEP) {
    const next = Math.min(at + STEP, to)
    const after = offset(next)
    if (after === before) continue
    let [low, high] = [at, next]
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000
      if (offset(middle) === before) low = middle
      else high = middle
    }
    spans.push({ from: start, to: high, offset: before })
    start = high
    before = after
  }
  return [...spans, { from: start, to, offset: before }]
}

/** Ahead of UTC, in ms, as the wall clock that `Intl` formats shows it. */
function offsets(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  return (at) => {
    const [, month, day, year, hour, minute, second] =
      /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/.exec(format.format(at)) ?? []
    const wall = Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour),
      Number(minute),
      Number(second),
    )
    return wall - at
  }
}

/** When clocks show a wall time (ms, as if it were UTC): the first such instant, or the one as far after the gap. */
export function instantOf(spans: readonly Span[], wall: number): number {
  let before: Span | undefined
  for (const span of spans) {
    const at = wall - span.offset
    // Skipped between the two spans: by the clock of the first it comes as much after the gap as it was to.
    if (at < span.from) return before ? wall - before.offset : NaN
    if (at < span.to) return at
    before = span
  }
  return NaN
}

/** Whether clocks show the date, given by its midnight (ms, as if it were UTC), at any time. */
export function dateExists(spans: readonly Span[], midnight: number): boolean {
  return spans.some(({ from, to, offset }) => from + offset < midnight + DAY && to + offset > midnight)
}
