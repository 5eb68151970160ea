import { type CheerioAPI, load } from 'cheerio'
import { adapter } from 'parse5-htmlparser2-tree-adapter'

/** The parser's time grows with the square of the depth. */
const DEEPEST = 2_000

/** A page as a tree, with the place of each text in its source. Throws an Error where its depth is past reason. */
export function parseHtml(source: string, whole = true): CheerioAPI {
  return load(source, { sourceCodeLocationInfo: true, treeAdapter: createTree() }, whole)
}

function createTree(): typeof adapter {
  let depth = 0
  return {
    ...adapter,
    onItemPush() {
      depth += 1
      if (depth > DEEPEST) throw new Error('it is nested too deeply')
    },
    onItemPop() {
      depth -= 1
    },
    // What a table cannot hold comes before it: one text with what stands there, it would have no place of its own.
    insertTextBefore(parent, text, next) {
      adapter.insertBefore(parent, adapter.createTextNode(text), next)
    },
  }
}
