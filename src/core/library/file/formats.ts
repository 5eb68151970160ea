import { extname } from 'node:path'
import type { Document } from '../document.ts'
import { decode } from '../read/decode.ts'
import { readText } from '../read/text.ts'

/** Those that are read so fast, up to a size, that nobody waits for it. */
const PLAIN = /\.(?:txt|md|markdown)$/i
const SMALL = 64 * 1024

type Reader = (file: string, bytes: Uint8Array) => Promise<Document>

const markdown: Reader = async (file, bytes) => {
  const { readMarkdown } = await import('../read/markdown.ts')
  return readMarkdown(file, await decode(bytes))
}
const html: Reader = async (file, bytes) => (await import('../read/html.ts')).readHtml(file, bytes)

/** By the end of the name. Readers that need a library load it when there is such a file. */
const READERS: Record<string, Reader> = {
  '.txt': async (file, bytes) => readText(file, await decode(bytes)),
  '.md': markdown,
  '.markdown': markdown,
  '.html': html,
  '.htm': html,
  '.pdf': async (file, bytes) => (await import('../read/pdf.ts')).readPdf(file, bytes),
  '.docx': async (file, bytes) => (await import('../read/docx.ts')).readDocx(file, bytes),
}

/** The names of files that can be read. Word's own marks of what is open are none. */
export function isReadable(file: string): boolean {
  return extname(file).toLowerCase() in READERS && !/(?:^|\/)~\$/.test(file)
}

/** What the bytes say. Throws an Error whose message is the reason why they say nothing. */
export async function readBytes(file: string, bytes: Uint8Array): Promise<Document> {
  const reader = READERS[extname(file).toLowerCase()]
  if (!reader) throw new Error('it is in no format that can be read')
  return reader(file, bytes)
}

export function isQuick({ file, size }: { file: string; size: number }): boolean {
  return PLAIN.test(file) && size <= SMALL
}
