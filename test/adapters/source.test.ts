import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'

const files = readdirSync('src/adapters', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => join('src/adapters', name))

/** Words for the operator's log and errors are the adapter's own; what people read in chat is the core's. */
const FOR_THE_OPERATOR = /\b(?:say|super|log\.\w+|\w*Error)\(/

/** Without comments, statement by statement as far as lines show it. */
function statements(source: string): string[] {
  return source
    .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    .split(/\n(?=\s*(?:const|return|if|throw|export|function|case|\}))/)
}

for (const file of files) {
  const source = readFileSync(file, 'utf8')

  test(`${file} has no wording of its own`, () => {
    for (const statement of statements(source)) {
      if (FOR_THE_OPERATOR.test(statement)) continue
      for (const [, quote, text = ''] of statement.matchAll(/(['`"])((?:(?!\1)[^\\\n]|\\.)*)\1/g)) {
        const words = text.replace(/\$\{[^}]*\}/g, ' ').match(/\b\p{L}?\p{Ll}{2,}\b/gu) ?? []
        const prose = words.length >= 3 && /\p{L} \p{L}/u.test(text)
        assert.ok(!prose, `${quote}${text}${quote}`)
      }
    }
  })

  test(`${file} has at most 200 lines`, () => assert.ok(source.split('\n').length <= 201))
}
