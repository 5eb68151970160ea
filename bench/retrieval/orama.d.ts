/** What is used of it here, so that the project type-checks without the bench's own packages. */
declare module '@orama/orama' {
  export interface Orama {
    readonly schema: object
  }
  export function create(options: {
    schema: Record<string, string>
    components?: { tokenizer: { language: string; stemming: boolean } }
  }): Orama
  export function insertMultiple(index: Orama, documents: { id: string; text: string }[]): Promise<string[]>
  export function search(
    index: Orama,
    query: { term: string; limit: number; threshold: number },
  ): { hits: { id: string; score: number }[] } | Promise<{ hits: { id: string; score: number }[] }>
}
