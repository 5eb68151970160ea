import { refuseForm, type Tree } from './error.ts'

export type Json = Record<string, unknown>
/** With `min` an empty value is of a wrong length; without it, only missing when `required`. */
export interface Length {
  min?: number
  max: number
  required?: boolean
}
export type Form = ReturnType<typeof createForm>

/** Checks a body field by field; `done` refuses it with all that was found, each error at its place. */
export function createForm() {
  const errors: Tree = {}
  const fail = (path: string, code: string, message: string): undefined => {
    place(errors, path).push({ code, message })
    return undefined
  }
  const required = (path: string): undefined => fail(path, 'BASE_TYPE_REQUIRED', 'This field is required')
  const length = (path: string, size: number, { min, max }: Length): void => {
    if (size <= max && size >= (min ?? 0)) return
    if (min === undefined) fail(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`)
    else fail(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
  }
  return {
    fail,
    required,
    length,
    text(path: string, value: unknown, limits: Length): string | undefined {
      if (isMissing(value) || (value === '' && limits.required && limits.min === undefined)) {
        return limits.required ? required(path) : undefined
      }
      if (typeof value !== 'string') {
        return fail(path, 'STRING_TYPE_CONVERT', `Could not interpret "${shown(value)}" as string.`)
      }
      length(path, size(value), limits)
      return value
    },
    list(path: string, value: unknown, limits: Length): unknown[] {
      if (isMissing(value)) return (limits.required && required(path)) || []
      if (!Array.isArray(value)) {
        return fail(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType') ?? []
      }
      length(path, value.length, limits)
      return value
    },
    object(path: string, value: unknown): Json | undefined {
      if (isObject(value)) return value
      return fail(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType')
    },
    choice(path: string, value: unknown, choices: readonly (number | string)[]): void {
      if (choices.includes(value as number)) return
      fail(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`)
    },
    range(path: string, value: unknown, min: number, max: number): void {
      if (isMissing(value)) return
      if (typeof value !== 'number' || !Number.isInteger(value)) {
        fail(path, 'NUMBER_TYPE_COERCE', `Value "${shown(value)}" is not int.`)
      } else if (value < min) {
        fail(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`)
      } else if (value > max) {
        fail(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`)
      }
    },
    url(path: string, value: unknown, schemes = ['http', 'https']): void {
      if (isMissing(value)) return
      const scheme = /^([a-z]+):\/\/[^\s/]+/i.exec(shown(value))?.[1]?.toLowerCase()
      if (scheme === undefined) fail(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
      else if (!schemes.includes(scheme)) {
        const list = schemes.map((name) => `'${name}'`).join(', ')
        fail(path, 'URL_TYPE_INVALID_SCHEME', `Scheme "${scheme}" must be one of (${list}).`)
      }
    },
    done(): void {
      if (Object.keys(errors).length > 0) refuseForm(errors)
    },
  }
}

/** Discord counts characters, not UTF-16 units. */
export function size(text: string): number {
  return Array.from(text).length
}

/** Any value in words. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** Discord takes null for absent. */
export function isMissing(value: unknown): value is null | undefined {
  return value === undefined || value === null
}

/** A JSON object, not a list. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function place(tree: Tree, path: string): { code: string; message: string }[] {
  let at = tree
  for (const key of path.split('.').filter(Boolean)) at = (at[key] ??= {}) as Tree
  return (at._errors ??= []) as { code: string; message: string }[]
}
