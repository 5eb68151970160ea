import type { Json } from './types.ts'

/** What is wrong with a value standing at a JSON pointer, in Slack's words; empty if nothing is. */
export type Check = (value: unknown, at: string) => string[]

/** A string of `min` (1 unless told) to `max` characters. */
export function string(max = Infinity, min = 1): Check {
  return (value, at) => {
    if (typeof value !== 'string') return [fault('must be a string', at)]
    if (value.length < min) return [fault(`must be more than ${min - 1} characters`, at)]
    return value.length > max ? [fault(`must be less than ${max + 1} characters`, at)] : []
  }
}

/** True or false. */
export const boolean: Check = (value, at) =>
  typeof value === 'boolean' ? [] : [fault('must be a boolean', at)]

/** A number. */
export const number: Check = (value, at) => (typeof value === 'number' ? [] : [fault('must be a number', at)])

/** Any object: what is in it is not looked at. */
export const anything: Check = (value, at) => (isJson(value) ? [] : [fault('must be an object', at)])

/** One of these strings. */
export function oneOf(...values: string[]): Check {
  return (value, at) =>
    typeof value === 'string' && values.includes(value)
      ? []
      : [fault(`must be one of ${values.join(', ')}`, at)]
}

/** A web address. */
export function url(max = 3000): Check {
  return (value, at) => {
    const faults = string(max)(value, at)
    if (faults.length > 0) return faults
    return /^https?:\/\/\S+$/.test(String(value)) ? [] : [fault('must be a valid URL', at)]
  }
}

/** A list of at most `max` items, each fulfilling `item`. */
export function list(item: Check, max: number, min = 1): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return [fault('must be an array', at)]
    if (value.length < min) return [fault(`no less than ${min} items allowed`, at)]
    if (value.length > max) return [fault(`no more than ${max} items allowed`, at)]
    return value.flatMap((entry, index) => item(entry, `${at}/${index}`))
  }
}

/** An object with all of `required`, any of `optional`, and nothing else. */
export function object(required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return (value, at) => {
    if (!isJson(value)) return [fault('must be an object', at)]
    const known = { ...optional, ...required }
    return [
      ...Object.keys(required)
        .filter((name) => value[name] === undefined)
        .map((name) => fault(`missing required field: ${name}`, at)),
      ...Object.entries(value).flatMap(
        ([name, field]) =>
          known[name]?.(field, `${at}/${name}`) ?? [fault(`invalid additional property: ${name}`, at)],
      ),
    ]
  }
}

/** An object of one of several kinds, told apart by its `type`. */
export function byType(kinds: Record<string, Check>): Check {
  return (value, at) => {
    if (!isJson(value)) return [fault('must be an object', at)]
    const type = value['type']
    if (typeof type !== 'string') return [fault('missing required field: type', at)]
    const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
    return kind?.(value, at) ?? [fault(`unsupported type: ${type}`, `${at}/type`)]
  }
}

/** Both hold. */
export function both(first: Check, second: Check): Check {
  return (value, at) => [...first(value, at), ...second(value, at)]
}

/** No two objects in the list carry the same value under `name`. */
export function distinct(name: string): Check {
  return (value, at) => {
    if (!Array.isArray(value)) return []
    const ids = value
      .map((entry) => (isJson(entry) ? entry[name] : undefined))
      .filter((id) => id !== undefined)
    return new Set(ids).size === ids.length ? [] : [fault(`${name} already exists`, at)]
  }
}

/** Whether a value is an object, not a list. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One fault in Slack's form. */
export function fault(what: string, at: string): string {
  return `${what} [json-pointer:${at}]`
}
