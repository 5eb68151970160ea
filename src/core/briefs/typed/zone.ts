/** The time zone, as people type it. */

import { ABBREVIATIONS } from './abbreviations.ts'
import { nearest, type Named } from './nearest.ts'
import { faultOf, tidy, type Read } from './read.ts'

/** Names that the tz database has now, where runtimes still give the one of before. */
const RENAMED = [
  'Africa/Asmara',
  'America/Argentina/Buenos_Aires',
  'America/Argentina/Catamarca',
  'America/Argentina/Cordoba',
  'America/Argentina/Jujuy',
  'America/Argentina/Mendoza',
  'America/Atikokan',
  'America/Indiana/Indianapolis',
  'America/Kentucky/Louisville',
  'America/Nuuk',
  'Asia/Ho_Chi_Minh',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Asia/Yangon',
  'Atlantic/Faroe',
  'Europe/Kyiv',
  'Pacific/Chuuk',
  'Pacific/Kanton',
  'Pacific/Pohnpei',
]
/** The short names that mean what they say; the runtime's others are old abbreviations, and guesses. */
const SHORT = ['cet', 'eet', 'gb', 'gmt', 'met', 'nz', 'prc', 'roc', 'rok', 'uct', 'utc', 'wet']
const LONGEST = 40

interface Known {
  /** What the runtime calls a zone, and what it is called now. */
  renamed: Map<string, string>
  /** The zones by each form of their names. */
  byForm: Map<string, string[]>
  names: readonly Named[]
}

let known: Known | null = null

/**
 * The name of a zone that the runtime knows: from its name or that of its city in any case, with spaces or not
 * (`europe/london`, `London`, `New York`), and from an abbreviation that means one zone.
 */
export function readZone(typed: string): Read<string> {
  return findZone(typed) ?? faultOf('zone', typed, suggestions(formOf(typed)))
}

/** The same, and null instead of suggestions, which take a while. */
export function findZone(typed: string): Read<string> | null {
  const form = formOf(typed)
  const { byForm, renamed } = (known ??= know())
  const meant = Object.hasOwn(ABBREVIATIONS, form) ? ABBREVIATIONS[form] : byForm.get(form)
  if (meant && meant.length > 1) return faultOf('zone-ambiguous', typed, meant.slice(0, 3))
  const zone = meant?.[0] ?? runtimeName(typed)
  return zone === undefined ? null : { value: renamed.get(zone) ?? zone }
}

/** A city is more often right than what stands before it. */
function suggestions(form: string): string[] {
  const { byForm, names } = (known ??= know())
  const city = form.split('/').at(-1) ?? ''
  const exact = byForm.get(city) ?? []
  if (exact.length > 0) return exact.slice(0, 3)
  const found = nearest(form, names)
  return found.length > 0 ? found : nearest(city, names)
}

/** Of the many names that the runtime takes and doesn't list, such as `CET` or `Japan`. */
function runtimeName(typed: string): string | undefined {
  const name = tidy(typed).replaceAll(' ', '_')
  const takes = /^[a-z][a-z\d_+/-]*$/iu.test(name) && name.length <= LONGEST && !/^systemv\//iu.test(name)
  if (!takes || (name.length <= 3 && !SHORT.includes(name.toLowerCase()))) return undefined
  return canonical(name)
}

function canonical(name: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch (cause) {
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}

function know(): Known {
  const renamed = new Map(
    RENAMED.flatMap((name) => {
      const old = canonical(name)
      return old === undefined ? [] : [[old, name] as const]
    }),
  )
  const zones = [...Intl.supportedValuesOf('timeZone'), ...renamed.values()]
  const forms = new Map<string, Set<string>>()
  const byForm = new Map<string, Set<string>>()
  for (const zone of zones) {
    const name = renamed.get(zone) ?? zone
    const parts = formOf(zone).split('/')
    for (const form of parts.map((_, i) => parts.slice(i).join('/'))) {
      forms.set(name, (forms.get(name) ?? new Set()).add(form))
      byForm.set(form, (byForm.get(form) ?? new Set()).add(name))
    }
  }
  return {
    renamed,
    byForm: new Map(Array.from(byForm, ([form, names]) => [form, [...names]])),
    names: Array.from(forms, ([name, those]) => ({ name, forms: [...those] })),
  }
}

/** One form for the ways of typing the same name: case, accents, and what stands between words. */
function formOf(typed: string): string {
  return tidy(tidy(typed).normalize('NFD').replace(/\p{M}/gu, '').replace(/[_-]/gu, ' ')).toLowerCase()
}
