/** Joiners and selectors inside emoji and scripts need to stay; every other invisible character goes. */
const UNSEEN =
  /(?![\n\t]|\u200C|\u200D|\p{Variation_Selector})(?:\p{Cc}|\p{Default_Ignorable_Code_Point}|\p{Bidi_Control})/gu

/** Most texts: there is nothing in them to look for. */
const ORDINARY = /^[\x20-\x7E\n\t]*$/

/** Without what moves a cursor, hides text or turns it round. */
export function visible(text: string): string {
  return ORDINARY.test(text) ? text : text.replace(UNSEEN, '')
}

/** Visible text in which nothing reads as a mention, should any platform look: an invisible joiner stands in its way. */
export function inert(text: string): string {
  return visible(text)
    .replace(/<(?=[@#!:/ati])/g, '<\u2060')
    .replace(/@(?=everyone|here|channel)/g, '@\u2060')
}
