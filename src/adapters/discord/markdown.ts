import { inert } from '../inert.ts'

/** Text as Discord shows it to the letter: nothing in it mentions, links, formats or hides. */
export function escapeMarkdown(text: string): string {
  return inert(text)
    .replace(/[\\*_~`|[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/(https?|discord|ftp|steam|mailto)(?=:)/gi, '$1\\')
}
