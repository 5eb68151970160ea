/** Without what moves a cursor, hides text or turns it round. */
export function visible(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
}

/** Visible text in which nothing reads as a mention, should any platform look: an invisible joiner stands in its way. */
export function inert(text: string): string {
  return visible(text)
    .replace(/<(?=[@#!:/ati])/g, '<\u2060')
    .replace(/@(?=everyone|here|channel)/g, '@\u2060')
}
