import { createForm, isMissing, isObject, size, type Form, type Json } from './form.ts'

const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u
const SUB = [1, 2]

/** Refuses a command that does not fit. */
export function check(body: Json): void {
  const form = createForm()
  checkCommand(form, '', body)
  form.done()
}

/** Refuses a whole set of commands when one does not fit or two have one name. */
export function checkAll(body: unknown): Json[] {
  const form = createForm()
  const list = form.list('', body, { max: 130 }).filter(isObject)
  for (const [index, one] of list.entries()) checkCommand(form, `${index}.`, one)
  checkUnique(form, list)
  form.done()
  return list
}

function checkCommand(form: Form, at: string, command: Json): void {
  const type = command.type ?? 1
  form.choice(`${at}type`, type, [1, 2, 3, 4])
  if (type === 1) {
    checkName(form, `${at}name`, command.name)
    form.text(`${at}description`, command.description, { min: 1, max: 100, required: true })
  } else {
    form.text(`${at}name`, command.name, { min: 1, max: 32, required: true })
    if (command.description) {
      const message = 'Context menu commands cannot have description'
      form.fail(`${at}description`, 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION', message)
    }
  }
  checkOptions(form, `${at}options`, command.options, 0)
  checkChoices(form, `${at}contexts`, command.contexts, [0, 1, 2])
  checkChoices(form, `${at}integration_types`, command.integration_types, [0, 1])
  if (weight(command) > 8000) {
    form.fail(at.slice(0, -1), 'APPLICATION_COMMAND_TOO_LARGE', 'Command exceeds maximum size (8000)')
  }
}

function checkOptions(form: Form, path: string, value: unknown, depth: number): void {
  const options = form.list(path, value, { max: 25 }).filter(isObject)
  let optional = false
  const names = new Set<unknown>()
  for (const [index, option] of options.entries()) {
    const at = `${path}.${index}`
    checkOption(form, at, option, depth)
    if (names.has(option.name)) {
      form.fail(`${at}.name`, 'APPLICATION_COMMAND_OPTIONS_DUPLICATE_NAME', 'Option names must be unique')
    }
    names.add(option.name)
    if (option.required !== true) optional = true
    else if (optional) {
      const message = 'Required options must be placed before non-required options'
      form.fail(at, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message)
    }
  }
}

function checkOption(form: Form, at: string, option: Json, depth: number): void {
  const allowed =
    depth === 0
      ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
      : depth === 1
        ? [1, 3, 4, 5, 6, 7, 8, 9, 10, 11]
        : [3, 4, 5, 6, 7, 8, 9, 10, 11]
  form.choice(`${at}.type`, option.type, allowed)
  checkName(form, `${at}.name`, option.name)
  form.text(`${at}.description`, option.description, { min: 1, max: 100, required: true })
  form.range(`${at}.min_length`, option.min_length, 0, 6000)
  form.range(`${at}.max_length`, option.max_length, 1, 6000)
  for (const [index, choice] of form.list(`${at}.choices`, option.choices, { max: 25 }).entries()) {
    const { name, value } = form.object(`${at}.choices.${index}`, choice) ?? {}
    form.text(`${at}.choices.${index}.name`, name, { min: 1, max: 100, required: true })
    if (option.type === 3)
      form.text(`${at}.choices.${index}.value`, value, { min: 1, max: 100, required: true })
  }
  if (SUB.includes(Number(option.type)))
    checkOptions(form, `${at}.options`, option.options, option.type === 2 ? 1 : 2)
}

function checkName(form: Form, path: string, value: unknown): void {
  const name = form.text(path, value, { min: 1, max: 32, required: true })
  if (name !== undefined && (!NAME.test(name) || name !== name.toLowerCase())) {
    form.fail(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')
  }
}

function checkChoices(form: Form, path: string, value: unknown, choices: number[]): void {
  if (isMissing(value)) return
  for (const [index, one] of form.list(path, value, { max: 3 }).entries())
    form.choice(`${path}.${index}`, one, choices)
}

function checkUnique(form: Form, list: Json[]): void {
  const seen = new Set<string>()
  for (const [index, { name, type }] of list.entries()) {
    const key = `${Number(type ?? 1)} ${String(name)}`
    if (seen.has(key)) {
      form.fail(`${index}`, 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique')
    }
    seen.add(key)
  }
}

function weight(part: Json): number {
  const own = [part.name, part.description, part.value].reduce<number>(
    (sum, text) => sum + (typeof text === 'string' ? size(text) : 0),
    0,
  )
  const inner = [part.options, part.choices].flatMap((list) =>
    Array.isArray(list) ? list.filter(isObject) : [],
  )
  return inner.reduce((sum, one) => sum + weight(one), own)
}
