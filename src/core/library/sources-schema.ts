import { parseDocument } from 'yaml'
import { z } from 'zod'
import type { Source } from './sources.ts'

const text = (expected: string) =>
  z.preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string(`expected ${expected}`).trim().min(1, `expected ${expected}`),
  )
const fields = {
  title: text('a title'),
  url: z.url({ protocol: /^https?$/, error: 'expected a URL that begins with http:// or https://' }),
  language: z
    .string('expected a language code such as en')
    .regex(/^[a-z]{2,3}(?:-\w+)*$/i, 'expected a language code such as en'),
  date: z
    .string('expected a date as 2026-11-25')
    .regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a date as 2026-11-25'),
}
const FIELDS = Object.keys(fields).join(', ')

/** What a `sources.yml` says by file, and each of its faults; a field at fault is left out and the others hold. */
export function checkSources(yaml: string): { byFile: Map<string, Source>; faults: string[] } {
  const document = parseDocument(yaml)
  const byFile = new Map<string, Source>()
  const faults = document.errors.map(({ message }) => `it is not YAML: ${message.split('\n')[0]}`)
  const files: unknown = faults.length > 0 ? null : document.toJS()
  if (files === null) return { byFile, faults }
  if (!isRecord(files)) return { byFile, faults: ['expected the names of files, each with its fields below'] }
  for (const [file, said] of Object.entries(files)) {
    if (!isRecord(said)) {
      faults.push(`${file}: expected fields (${FIELDS}) below it`)
      continue
    }
    byFile.set(
      file,
      checkFields(said, (fault) => faults.push(`${file}: ${fault}`)),
    )
  }
  return { byFile, faults }
}

function checkFields(said: Record<string, unknown>, report: (fault: string) => void): Source {
  const source: Source = {}
  for (const [name, value] of Object.entries(said)) {
    if (!isField(name)) {
      report(`${name} is no field (${FIELDS})`)
      continue
    }
    const checked = fields[name].safeParse(value)
    if (checked.success) source[name] = checked.data
    else report(`${name}: ${checked.error.issues[0]?.message}`)
  }
  return source
}

function isField(name: string): name is keyof typeof fields {
  return Object.hasOwn(fields, name)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
