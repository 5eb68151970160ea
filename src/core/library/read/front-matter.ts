import { parse } from 'yaml'

export interface FrontMatter {
  title: string | undefined
  language: string | undefined
  /** The source with the block blanked, so that line numbers hold. */
  body: string
}

/** The block of YAML between `---` lines at the very top; what is no YAML is left aside. */
export function readFrontMatter(source: string): FrontMatter {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  if (!match) return { title: undefined, language: undefined, body: source }
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length)
  const fields = fieldsOf(match[1] ?? '')
  return { title: textIn(fields, 'title'), language: textIn(fields, 'language'), body }
}

function fieldsOf(yaml: string): object {
  try {
    const fields: unknown = parse(yaml)
    return typeof fields === 'object' && fields !== null ? fields : {}
  } catch {
    return {}
  }
}

function textIn(fields: object, name: string): string | undefined {
  const value: unknown = Object.entries(fields).find(([key]) => key === name)?.[1]
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  return String(value).trim() || undefined
}
