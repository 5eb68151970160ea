declare module 'wink-porter2-stemmer' {
  /** Porter2 (English) stem of a lower-case word. */
  export default function stem(word: string): string
}
declare module 'snowball-stemmers' {
  export function newStemmer(algorithm: string): { stem(word: string): string }
}
declare module 'stopword' {
  type Words = string[]
  export const ara: Words, cat: Words, ces: Words, dan: Words, deu: Words, spa: Words, eus: Words
  export const fin: Words, fra: Words, gle: Words, hun: Words, hye: Words, ita: Words, nld: Words
  export const nob: Words, por: Words, ron: Words, rus: Words, slv: Words, swe: Words, tur: Words
}
