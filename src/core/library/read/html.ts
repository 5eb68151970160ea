import type { Document } from '../document.ts'
import { decode } from './decode.ts'
import type { Node } from './html-node.ts'
import type { Found } from './html-page.ts'
import { parseHtml } from './html-tree.ts'
import { walk } from './html-walk.ts'
import { assemble, type Stated } from './pieces.ts'

/** A main part with less of the text than this is only a part of it. */
const MOST = 0.5
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
  const tops = found.filter((one) => one.is === 'heading' && one.rank <= 1)
  const first =
    tops.find((one) => one.is === 'heading' && one.rank === 0) ?? (tops.length === 1 ? tops[0] : undefined)
  const title = first?.text ?? (name === '' ? undefined : name)
  return assemble(file, pieces, { ...about, ...(title !== undefined && { title }) })
}

function mainOf(found: readonly Found[]): readonly Found[] {
  const size = (some: readonly Found[]): number => some.reduce((sum, { text }) => sum + text.length, 0)
  const main = found.filter((one) => one.main)
  return size(main) > size(found) * MOST ? main : found
}
