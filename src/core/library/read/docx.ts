import { load } from 'cheerio'
import mammoth from 'mammoth'
import type { Document } from '../document.ts'
import type { Node } from './html-node.ts'
import { walk } from './html-walk.ts'
import { documentOf } from './html.ts'
import { checkZip } from './zip-check.ts'

const TEXT = 'word/document.xml'
const ABOUT = 'docProps/core.xml'
const STYLES = ["p[style-name='Title'] => p.title:fresh", "p[style-name='Subtitle'] => p:fresh"]

/** Reads a Word document by its styles: title, headings, lists, tables, notes. It has no lines or pages to cite. */
export async function readDocx(file: string, bytes: Uint8Array): Promise<Document> {
  const parts = await checkZip(bytes, [TEXT, ABOUT])
  if (!parts.has(TEXT)) throw new Error('it is no Word document (.docx)')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
  const { value } = await mammoth
    .convertToHtml({ buffer }, { styleMap: STYLES, convertImage })
    .catch((cause: unknown) => {
      throw new Error('it is no readable Word document', { cause })
    })
  const page = load(value, null, false)
  const language = stated(parts.get(ABOUT), 'dc:language')
  return documentOf(
    file,
    walk(page.root()[0] as unknown as Node),
    language === '' ? {} : { language },
    stated(parts.get(ABOUT), 'dc:title'),
  )
}

function stated(xml: string | undefined, name: string): string {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml ?? '')?.[1] ?? ''
  return load(text, null, false).text().trim()
}
