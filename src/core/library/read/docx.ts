import { load } from 'cheerio'
import mammoth from 'mammoth'
import type { Document } from '../document.ts'
import { placeNotes } from './docx-notes.ts'
import type { Node } from './html-node.ts'
import { walk } from './html-walk.ts'
import { documentOf } from './html.ts'
import { checkZip } from './zip-check.ts'

/** As Word on the web calls it now and then. */
const TEXTS = ['word/document.xml', 'word/document2.xml']
const ABOUT = 'docProps/core.xml'
/** What programs call a document of which nobody said a title. */
const NAMELESS =
  /^(?:microsoft word\b|untitled\b|ohne titel|sans titre|(?:document|dokument|documento)\s?\d*$)|\.[a-z]{3,4}$/i
const STYLES = ["p[style-name='Title'] => p.title:fresh", "p[style-name='Subtitle'] => p:fresh"]

/** Reads a Word document by its styles: title, headings, lists, tables, notes. It has no lines or pages to cite. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Document> {
  const parts = await checkZip(bytes, [...TEXTS, ABOUT])
  if (!TEXTS.some((text) => parts.has(text))) throw new Error('it is no Word document (.docx)')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth
    .convertToHtml({ buffer }, { styleMap: STYLES, convertImage })
    .catch((cause: unknown) => {
      throw new Error('it is no readable Word document', { cause })
    })
  const page = load(value, null, false)
  placeNotes(page)
  const name = stated(parts.get(ABOUT), 'dc:title')
  const language = stated(parts.get(ABOUT), 'dc:language')
  return documentOf(
    file,
    walk(page.root()[0] as unknown as Node),
    language === '' ? {} : { language },
    NAMELESS.test(name) ? '' : name,
  )
}

function stated(xml: string | undefined, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml ?? '')?.[1] ?? ''
  return load(text, null, false).text().trim()
}
