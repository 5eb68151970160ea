import { parse } from 'yaml'

export interface FrontMatter {
  title?: string
  language?: string
  url?: string
  date?: string
  /** The source with the block blanked, so that line numbers hold. */
  body: string
}

/** The block of YAML between `---` lines at the very top; what is no YAML, or no field of ours, is left aside. */
export function readFrontMatter(source: string): FrontMatter {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  if (!match) return { body: source }
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length)
  const fields = fieldsOf(match[1] ?? '')
  return {
    ...textIn(fields, 'title', /\S/),
    ...textIn(fields, 'language', /\S/),
    ...textIn(fields, 'url', /^https?:\/\/\S+$/i),
    ...textIn(fields, 'date', /^\d{4}-\d{2}-\d{2}/),
    body,
  }
}

function fieldsOf(yaml: string): object {
  try {
    const fields: unknown = parse(yaml)
    return typeof fields === 'object' && fields !== null ? fields : {}
  } catch {
    return {}
  }
}

function textIn<Name extends string>(
  fields: object,
  name: Name,
  pattern: RegExp,
): { [name in Name]?: string } {
  const value: unknown = Object.entries(fields).find(([key]) => key === name)?.[1]
  if (typeof value !== 'string' && typeof value !== 'number') return {}
  const text = String(value).trim()
  return pattern.test(text) ? ({ [name]: text } as { [name in Name]?: string }) : {}
}
