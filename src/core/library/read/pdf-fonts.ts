/** Which fonts of a PDF are bold: pdf.js tells it once a page that uses them has been prepared for drawing. */

import { setImmediate } from 'node:timers/promises'
import type { getDocumentProxy } from 'unpdf'

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>
export type PdfPage = Awaited<ReturnType<Pdf['getPage']>>

export interface BoldFonts {
  /** Looks at the fonts of these names, which the page uses. */
  learn(page: PdfPage, names: readonly string[]): Promise<void>
  has(name: string): boolean
}

const BOLD = /bold|black|heavy|demi|cmbx|cmssbx|sfbx|-medi(?:um)?\b|medi$/i
/** A font that is not there after this many turns of the event loop does not come. */
const MOST_TURNS = 20

// pdf.js passes fonts on with it; Node has it from version 21 on.
if (!('transferToFixedLength' in ArrayBuffer.prototype)) {
  Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
    value(this: ArrayBuffer, length: number): ArrayBuffer {
      return this.slice(0, length)
    },
  })
}

export function createBoldFonts(): BoldFonts {
  const bold = new Map<string, boolean>()
  return {
    async learn(page, names) {
      const unknown = names.filter((name) => !bold.has(name))
      if (unknown.length === 0) return
      await page.getOperatorList()
      const fonts = page.commonObjs
      for (let turn = 0; turn < MOST_TURNS && !unknown.every((name) => fonts.has(name)); turn += 1)
        await setImmediate()
      for (const name of unknown) bold.set(name, BOLD.test(nameOf(fonts.has(name) ? fonts.get(name) : null)))
    },
    has: (name) => bold.get(name) === true,
  }
}

function nameOf(font: unknown): string {
  const named = typeof font === 'object' && font !== null && 'name' in font ? font.name : ''
  return typeof named === 'string' ? named : ''
}
