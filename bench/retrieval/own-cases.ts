import type { Index } from '../../src/core/retrieval/index.ts'
import type { Case } from './cases.ts'
import { type Asked, libraryOf, type OwnDocument } from './own.ts'
import { swapped } from './swaps.ts'

/** The questions about each of these documents, put to it alone, to all of our own, and to all but it. */
export function ownCases(own: readonly OwnDocument[], about: (document: string) => boolean): Case[] {
  const all = libraryOf(own)
  const swaps = swapped(own)
  return own
    .filter(({ document }) => about(document))
    .flatMap((one) => {
      // What has nothing to do with the document may well be in the others.
      const asked = one.asked.filter(({ kind }) => kind !== 'far')
      const alone = libraryOf([one])
      const others = libraryOf(own.filter((other) => other !== one))
      return [
        ...one.asked.map((asking) => ownCase(one, asking, alone)),
        ...asked.map((asking) => ownCase(one, asking, all)),
        ...asked.map((asking): Case => ({ ...ownCase(one, asking, others), kind: 'own off', answers: NONE })),
        ...(swaps.get(one) ?? []).flatMap((asking) =>
          [alone, all].map((index): Case => ({ ...ownCase(one, asking, index), kind: 'own swapped' })),
        ),
      ]
    })
}

const NONE: ReadonlySet<string> = new Set()

function ownCase({ document, passages }: OwnDocument, { kind, question, gold }: Asked, index: Index): Case {
  const answers = new Set(
    passages.flatMap(({ key, sentences }) =>
      sentences.flatMap(({ text }, place) => (text === gold ? [`${key}/${place}`] : [])),
    ),
  )
  const known = gold !== undefined ? 'own on' : kind === 'far' ? 'own far' : 'own near'
  return { kind: known, index, question, document, put: kind, answers }
}
