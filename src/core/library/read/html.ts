import type { Document } from '../document.ts'
import { decode } from './decode.ts'
import type { Node } from './html-node.ts'
import type { Found } from './html-page.ts'
import { parseHtml } from './html-tree.ts'
import { walk } from './html-walk.ts'
import { assemble, type Stated } from './pieces.ts'

/** A main part with less of the text than this is only a part of it. */
const MOST = 0.5
/** More of the text than this does not stand above a title: where one is, what logs in, what jumps to the text. */
const ABOVE = 0.2
const CHARSET = /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w-]+)/i
const HEAD = 4_096

/** Reads a page as saved or exported: its main part, without what surrounds it. */
export async function readHtml(file: string, bytes: Uint8Array): Promise<Document> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD)).toString(
    'latin1',
  )
  const source = await decode(bytes, CHARSET.exec(head)?.[1])
  const page = parseHtml(source)
  const language = page('html').attr('lang')?.trim()
  const url = [
    page('link[rel=canonical]').attr('href'),
    page('meta[property="og:url"]').attr('content'),
  ].find((one) => /^https?:\/\/\S+$/i.test(one ?? ''))
  const about = { ...(language && { language }), ...(url !== undefined && { url }) }
  const name = page('head > title').first().text().replace(/\s+/g, ' ').trim()
  return documentOf(file, walk(page.root()[0] as unknown as Node), about, name)
}

/** `name` is what the page is called outside of its text. */
export function documentOf(file: string, found: readonly Found[], about: Stated, name: string): Document {
  const pieces = mainOf(found)
  const first = titleIn(pieces) ?? titleOutside(found, pieces, name)
  const title = first ?? (name === '' ? undefined : name)
  return assemble(file, pieces, { ...about, ...(title !== undefined && { title }) })
}

/** The title by its style, or the only heading of the first rank, where hardly a thing stands above it. */
function titleIn(pieces: readonly Found[]): string | undefined {
  const styled = pieces.find((one) => one.is === 'heading' && one.rank === 0)
  if (styled) return styled.text
  const [top, ...others] = pieces.filter(isTop)
  if (!top || others.length > 0) return undefined
  return sizeOf(pieces.slice(0, pieces.indexOf(top))) <= sizeOf(pieces) * ABOVE ? top.text : undefined
}

/** Where the main part has no such heading, its title may stand in the banner; or the site's name does. */
function titleOutside(found: readonly Found[], pieces: readonly Found[], name: string): string | undefined {
  const tops = found.filter(isTop)
  const [top] = tops
  if (!top || tops.length > 1) return undefined
  return name.startsWith(top.text) || (name === '' && !pieces.includes(top)) ? top.text : undefined
}

function isTop(one: Found): boolean {
  return one.is === 'heading' && one.rank === 1
}

function sizeOf(some: readonly Found[]): number {
  return some.reduce((sum, { text }) => sum + text.length, 0)
}

function mainOf(found: readonly Found[]): readonly Found[] {
  const main = found.filter((one) => one.main)
  return sizeOf(main) > sizeOf(found) * MOST ? main : found
}
