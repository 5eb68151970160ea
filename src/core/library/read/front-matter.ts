import { parse } from 'yaml'

export interface FrontMatter {
  title: string | undefined
  /** The source with the block blanked, so that line numbers hold. */
  body: string
}

/** The block of YAML between `---` lines at the very top; what is no YAML is left aside. */
export function readFrontMatter(source: string): FrontMatter {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  if (!match) return { title: undefined, body: source }
  const body = match[0].replace(/[^\n]/g, '') + source.slice(match[0].length)
  return { title: titleIn(match[1] ?? ''), body }
}

function titleIn(yaml: string): string | undefined {
  try {
    const fields: unknown = parse(yaml)
    if (typeof fields !== 'object' || fields === null || !('title' in fields)) return undefined
    const { title } = fields
    if (typeof title !== 'string' && typeof title !== 'number') return undefined
    return String(title).trim() || undefined
  } catch {
    return undefined
  }
}
