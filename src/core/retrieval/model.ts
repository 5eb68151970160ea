import { FEATURES } from './features.ts'
import trained from './model.json' with { type: 'json' }
import { SIGNALS } from './signals.ts'

/** What was learned from questions with known answers: see `bench/MODEL.md`. */
export interface Model {
  /** How often a question's word stands in the passage that answers it, 0..1. */
  echo(term: string): number
  /**
   * What it says that such a word of a question is not in the sentence that comes first: above 0 it may answer all the same,
   * below it leaves the question open, in log odds. 0 where nothing is known.
   */
  absence(term: string): number
  /** The weight of each of `FEATURES`. */
  ranking: readonly number[]
  confidence: Knowing
  bars: Bars
}

export interface Bars {
  /** The confidence from which on an answer is given, and that from which on it is given without reserve. */
  answer: number
  sure: number
  /** The log odds that the sentence has what is asked for: below the first none is given, below the second it hardly may. */
  has: number
  may: number
}

/** See `confidenceIn`. */
export interface Knowing {
  /** Log odds that the library is about the question, and that the sentence has what it asks for, from `SIGNALS`. */
  about: Odds
  answers: Odds
  /** How far the second may be below the first before it counts. */
  allowance: number
  /** From the lesser of them to the log odds of being right. */
  slope: number
  bias: number
}

export interface Odds {
  weights: readonly number[]
  /** What is added to them as the library is small, where the same signals say other things. */
  small: readonly number[]
  bias: number
  units: readonly Unit[]
}

/** What no sum of weights sees: adds what it weighs, times `adds`, where that is above 0 (a rectifier). */
export interface Unit {
  weights: readonly number[]
  bias: number
  adds: number
}

/** The same by name. */
export interface NamedOdds {
  weights: Record<string, number>
  small: Record<string, number>
  bias: number
  units: { weights: Record<string, number>; bias: number; adds: number }[]
}

/** As it stands in the file, by name. */
export interface ModelFile {
  echoes: Record<string, number>
  /** Of words that the training questions were too few to tell of. */
  usualEcho: number
  absences: Record<string, number>
  ranking: Record<string, number>
  confidence: {
    about: NamedOdds
    answers: NamedOdds
    allowance: number
    slope: number
    bias: number
  }
  bars: Bars
}

export function toModel({ echoes, usualEcho, absences, ranking, confidence, bars }: ModelFile): Model {
  const known = new Map(Object.entries(echoes))
  const absent = new Map(Object.entries(absences))
  return {
    echo: (term) => known.get(term) ?? usualEcho,
    absence: (term) => absent.get(term) ?? 0,
    ranking: FEATURES.map((name) => ranking[name] ?? 0),
    confidence: { ...confidence, about: toOdds(confidence.about), answers: toOdds(confidence.answers) },
    bars,
  }
}

export function toOdds({ weights, small, bias, units }: NamedOdds): Odds {
  const inOrder = (named: Record<string, number>): number[] => SIGNALS.map((name) => named[name] ?? 0)
  return {
    weights: inOrder(weights),
    small: inOrder(small),
    bias,
    units: units.map((unit) => ({ ...unit, weights: inOrder(unit.weights) })),
  }
}

export const MODEL = toModel(trained)

export function weigh(weights: readonly number[], row: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < weights.length; i += 1) sum += (weights[i] ?? 0) * (row[i] ?? 0)
  return sum
}
