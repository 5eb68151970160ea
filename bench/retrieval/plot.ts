/** A small plot as SVG: lines through points, or points alone, with a legend below. */

export interface Series {
  name: string
  points: readonly [number, number][]
}

interface Axis {
  label: string
  log?: boolean
}

export interface Plot {
  title: string
  x: Axis
  y: Axis
  series: readonly Series[]
}

const WIDTH = 640
const HEIGHT = 360
const MARGIN = { left: 60, right: 20, top: 60, bottom: 50 }
const LEGEND_LINE = 20
const COLOURS = ['#8c8c8c', '#c2a34f', '#5b8fb9', '#6a9a5b', '#a87ca0', '#c0392b']
const TICKS = 4

export function plot({ title, x, y, series }: Plot): string {
  const points = series.flatMap((one) => one.points)
  const across = scale(
    x,
    points.map(([value]) => value),
    MARGIN.left,
    WIDTH - MARGIN.right,
  )
  const up = scale(
    y,
    points.map(([, value]) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  )
  const lines = series.map(({ points: own }, i) => {
    const colour = COLOURS[i % COLOURS.length] ?? ''
    const path = own.map(([a, b]) => `${across.at(a)},${up.at(b)}`).join(' ')
    const dots = own
      .map(([a, b]) => `<circle cx="${across.at(a)}" cy="${up.at(b)}" r="4" fill="${colour}"/>`)
      .join('')
    return `${own.length > 1 ? `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` : ''}${dots}`
  })
  const legend = series.map(({ name }, i) => {
    const [left, top] = [MARGIN.left + (i % 2) * 280, HEIGHT + Math.floor(i / 2) * LEGEND_LINE]
    return `<circle cx="${left}" cy="${top - 4}" r="4" fill="${COLOURS[i % COLOURS.length]}"/>${text(left + 10, top, name)}`
  })
  const height = HEIGHT + Math.ceil(series.length / 2) * LEGEND_LINE
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="100%" height="100%" fill="#fff"/>
${text(MARGIN.left, 20, title, 'font-weight="bold"')}
${across.ticks.map((tick) => text(across.at(tick), HEIGHT - MARGIN.bottom + 18, label(tick), 'text-anchor="middle"')).join('\n')}
${up.ticks.map((tick) => `${text(MARGIN.left - 8, up.at(tick) + 4, label(tick), 'text-anchor="end"')}<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${up.at(tick)}" y2="${up.at(tick)}" stroke="#e5e5e5"/>`).join('\n')}
${text(WIDTH - MARGIN.right, HEIGHT - MARGIN.bottom + 36, x.label, 'text-anchor="end"')}
${text(8, MARGIN.top - 8, y.label)}
${lines.join('\n')}
${legend.join('\n')}
</svg>
`
}

function scale({ log }: Axis, values: readonly number[], from: number, to: number) {
  const bend = log ? Math.log10 : (value: number) => value
  const [low, high] = [Math.min(...values.map(bend)), Math.max(...values.map(bend))]
  const room = (high - low || 1) * 0.06
  const [first, last] = [low - room, high + room]
  const at = (value: number): number =>
    Math.round(from + ((bend(value) - first) / (last - first)) * (to - from))
  const steps = Array.from({ length: TICKS + 1 }, (_, i) => low + ((high - low) * i) / TICKS)
  return { at, ticks: steps.map((step) => (log ? 10 ** step : step)) }
}

function label(value: number): string {
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2)))
}

function text(x: number, y: number, words: string, attributes = ''): string {
  return `<text x="${x}" y="${y}" ${attributes}>${words}</text>`
}
