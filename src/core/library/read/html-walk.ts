import { isBlock, isDropped, isMain, lineOf, type Node, rankOf } from './html-node.ts'
import { createPage, type Found } from './html-page.ts'
import { createTable, type Spans } from './html-table.ts'
import { createRun } from './html-text.ts'

/** The texts of a page in order: paragraphs, items, rows of tables, and headings. Takes no room on the call stack. */
export function walk(root: Node): Found[] {
  const step = createWalk()
  const open: { node: Node; at: number }[] = [{ node: root, at: 0 }]
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const child = top.node.children?.[top.at]
    top.at += 1
    if (!child) {
      step.leave(top.node)
      open.pop()
    } else if (child.type === 'text') step.text(child)
    else if (!isDropped(child, step.page.rank !== null)) {
      step.enter(child)
      open.push({ node: child, at: 0 })
    }
  }
  step.leave({ type: 'tag', name: 'body' })
  step.page.endTerm()
  return step.page.found
}

function createWalk() {
  const page = createPage()
  const run = createRun()
  const tables: ReturnType<typeof createTable>[] = []
  const inside = { pre: 0, thead: 0, bold: 0 }
  /** What the cell one is in holds: one that is bold throughout names its column. */
  let cell = { bold: false, plain: false }
  const table = (): ReturnType<typeof createTable> | undefined => {
    const last = tables.at(-1)
    return last?.layout ? undefined : last
  }
  /** The end of a block: what was gathered is a piece, or part of a table's cell. */
  const flush = (): void => (table() && page.rank === null ? run.space() : page.put(run.take()))
  const unfold = (): void => {
    const last = table()
    if (!last) return
    last.layout = true
    for (const cell of last.takeCells()) page.put(cell)
  }
  return {
    page,
    text(node: Node): void {
      run.add(node.data ?? '', lineOf(node, inside.pre > 0), inside.pre > 0)
      if (node.data?.trim()) cell[inside.bold > 0 ? 'bold' : 'plain'] = true
    },
    enter(node: Node): void {
      const { name } = node
      if (name === 'b' || name === 'strong') inside.bold += 1
      if (name === 'td' || name === 'th') cell = { bold: false, plain: false }
      // Two in a row are the end of a paragraph, but not of a heading.
      if (name === 'br' && !run.break() && page.rank === null) flush()
      if (!isBlock(node)) return
      const rank = rankOf(node)
      if (name === 'table' || name === 'dl' || rank !== null) unfold()
      flush()
      if (name === 'table') tables.push(createTable())
      if (name === 'pre' || name === 'thead') inside[name] += 1
      if (isMain(node)) page.main += 1
      if (name === 'header') page.banner += 1
      if (rank !== null) page.enterHeading(rank)
    },
    leave(node: Node): void {
      const { name } = node
      if (name === 'b' || name === 'strong') inside.bold -= 1
      if (!isBlock(node)) return
      if (table() && (name === 'td' || name === 'th'))
        table()?.addCell(run.take(), name === 'th' || inside.thead > 0 || isBold(cell), spansOf(node))
      else if (name === 'tr') page.put(table()?.endRow() ?? { text: '', lines: [] })
      else if (name === 'dt') page.putTerm(run.take())
      else if (name === 'caption') page.put(run.take())
      else flush()
      if (name === 'dl') page.endTerm()
      if (name === 'table') tables.pop()
      if (name === 'pre' || name === 'thead') inside[name] -= 1
      if (isMain(node)) page.main -= 1
      if (name === 'header') page.banner -= 1
      if (rankOf(node) !== null) page.rank = null
    },
  }
}

function isBold({ bold, plain }: { bold: boolean; plain: boolean }): boolean {
  return bold && !plain
}

function spansOf({ attribs = {} }: Node): Spans {
  const count = (written = ''): number => Math.max(1, Number.parseInt(written, 10) || 1)
  return { across: count(attribs['colspan']), down: count(attribs['rowspan']) }
}
