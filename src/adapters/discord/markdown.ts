/** Text as Discord shows it to the letter: nothing in it mentions, links, formats or hides. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\\*_~`|[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
    .replace(/\b(https?|discord|ftp|steam|mailto)(?=:)/gi, '$1\\')
    .replace(/@(?=everyone|here)/g, '@\u200B')
    .replace(/<(?=[@#:/ati])/g, '<\u200B')
}
