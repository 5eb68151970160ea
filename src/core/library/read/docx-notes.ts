import type { CheerioAPI } from 'cheerio'

/** Puts each note, which stand together at the end, under the paragraph, item or table that refers to it. */
export function placeNotes(page: CheerioAPI): void {
  const idOf = (node: { attribs: Record<string, string> }): string => node.attribs['id'] ?? ''
  const links = page('a[id*="note-ref-"]').get()
  const marks = new Map(links.map((mark) => [idOf(mark), mark] as const))
  /** By what refers to it: its last note so far. */
  const placed = new Map<unknown, ReturnType<typeof page>>()
  for (const note of page('li[id*="note-"]').get()) {
    const mark = marks.get(idOf(note).replace(/(?<=^(?:foot|end)note-)/, 'ref-'))
    if (!mark) continue
    const table = page(mark).parents('table').last()
    const place = table.length > 0 ? table : page(mark).closest('li, p, h1, h2, h3, h4, h5, h6')
    const moved = page(note).contents().wrapAll('<div></div>').parent()
    const last = placed.get(place[0])
    if (last) last.after(moved)
    else if (place.is('li')) place.append(moved)
    else place.after(moved)
    placed.set(place[0], moved)
    page(note).remove()
  }
}
