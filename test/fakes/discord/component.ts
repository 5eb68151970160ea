import { isMissing, isObject, size, type Form, type Json } from './form.ts'

interface Seen {
  ids: Set<string>
  count: number
  text: number
}
type Check = (form: Form, path: string, component: Json, seen: Seen) => void

const SELECTS = [3, 5, 6, 7, 8]
const V2_TOP = [1, 9, 10, 12, 13, 14, 17]

/** Checks the rows of an ordinary message: 5 rows, of 5 buttons or of one select each. */
export function checkComponents(form: Form, path: string, value: unknown): void {
  const rows = form.list(path, value, { max: 5 })
  const seen = start()
  each(form, path, rows, [1], seen)
}

/** Checks a message of Components V2: no content, no embeds, 40 components, 4,000 characters. */
export function checkV2(form: Form, at: string, body: Json): void {
  const prefix = at ? `${at}.` : ''
  for (const key of ['content', 'embeds', 'poll', 'stickers']) {
    if (isMissing(body[key]) || body[key] === '' || (Array.isArray(body[key]) && !body[key].length)) continue
    const message = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`
    form.fail(prefix + key, 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', message)
  }
  const seen = start()
  const path = `${prefix}components`
  each(form, path, form.list(path, body.components, { max: 40 }), V2_TOP, seen)
  if (seen.count > 40) form.length(path, seen.count, { min: 1, max: 40 })
  if (seen.text > 4000) {
    const message = 'The total text of all components exceeds the maximum of 4000'
    form.fail(path, 'COMPONENT_MAX_TOTAL_TEXT_LENGTH', message)
  }
}

/** Checks the data of a modal. */
export function checkModal(form: Form, at: string, modal: Json): void {
  form.text(`${at}.custom_id`, modal.custom_id, { min: 1, max: 100, required: true })
  form.text(`${at}.title`, modal.title, { min: 1, max: 45, required: true })
  const parts = form.list(`${at}.components`, modal.components, { min: 1, max: 5, required: true })
  const seen = start()
  for (const [index, part] of parts.entries()) {
    const path = `${at}.components.${index}`
    const component = typed(form, path, part, [1, 10, 18])
    if (component?.type === 1) checkInputRow(form, path, component, seen)
    else if (component?.type === 18) checkLabel(form, path, component, seen)
    else if (component) checks[10]?.(form, path, component, seen)
  }
}

function checkInputRow(form: Form, path: string, row: Json, seen: Seen): void {
  const parts = form.list(`${path}.components`, row.components, { min: 1, max: 1, required: true })
  for (const part of parts) {
    const input = typed(form, `${path}.components.0`, part, [4])
    if (!input) continue
    form.text(`${path}.components.0.label`, input.label, { min: 1, max: 45, required: true })
    checkInput(form, `${path}.components.0`, input, seen)
  }
}

function checkLabel(form: Form, path: string, label: Json, seen: Seen): void {
  form.text(`${path}.label`, label.label, { min: 1, max: 45, required: true })
  form.text(`${path}.description`, label.description, { max: 100 })
  const inner = typed(form, `${path}.component`, label.component, [4, ...SELECTS, 19, 21, 22, 23])
  if (inner?.type === 4) checkInput(form, `${path}.component`, inner, seen)
  else if (inner) checks[Number(inner.type)]?.(form, `${path}.component`, inner, seen)
}

function checkInput(form: Form, path: string, input: Json, seen: Seen): void {
  checkId(form, path, input, seen)
  form.choice(`${path}.style`, input.style, [1, 2])
  form.text(`${path}.placeholder`, input.placeholder, { max: 100 })
  form.text(`${path}.value`, input.value, { max: 4000 })
  form.range(`${path}.min_length`, input.min_length, 0, 4000)
  form.range(`${path}.max_length`, input.max_length, 1, 4000)
}

const checks: Record<number, Check> = {
  1: (form, path, row, seen) => {
    const parts = form.list(`${path}.components`, row.components, { min: 1, max: 5, required: true })
    each(form, `${path}.components`, parts, [2, ...SELECTS], seen)
    const selects = parts.filter((part) => isObject(part) && SELECTS.includes(Number(part.type)))
    if (selects.length && parts.length > 1) {
      const message = 'The sum of component widths must not exceed 5'
      form.fail(`${path}.components`, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', message)
    }
  },
  2: checkButton,
  3: (form, path, select, seen) => {
    checkSelect(form, path, select, seen)
    const options = form.list(`${path}.options`, select.options, { min: 1, max: 25, required: true })
    for (const [index, option] of options.entries()) checkOption(form, `${path}.options.${index}`, option)
  },
  ...Object.fromEntries([5, 6, 7, 8].map((type) => [type, checkSelect])),
  9: (form, path, section, seen) => {
    const texts = form.list(`${path}.components`, section.components, { min: 1, max: 3, required: true })
    each(form, `${path}.components`, texts, [10], seen)
    each(form, path, [section.accessory], [2, 11], seen, 'accessory')
  },
  10: (form, path, display, seen) => {
    seen.text += size(
      form.text(`${path}.content`, display.content, { min: 1, max: 4000, required: true }) ?? '',
    )
  },
  17: (form, path, container, seen) => {
    const parts = form.list(`${path}.components`, container.components, { min: 1, max: 40, required: true })
    each(form, `${path}.components`, parts, [1, 9, 10, 12, 13, 14], seen)
  },
}

function checkButton(form: Form, path: string, button: Json, seen: Seen): void {
  form.choice(`${path}.style`, button.style, [1, 2, 3, 4, 5, 6])
  form.text(`${path}.label`, button.label, { max: 80 })
  if (button.style === 6) return
  if (!button.label && !button.emoji) {
    form.fail(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji')
  }
  if (button.style !== 5) return checkId(form, path, button, seen)
  form.text(`${path}.url`, button.url, { max: 512, required: true })
  form.url(`${path}.url`, button.url, ['http', 'https', 'discord'])
  if (button.custom_id !== undefined) {
    form.fail(
      path,
      'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
      'A custom id and url cannot both be specified',
    )
  }
}

function checkSelect(form: Form, path: string, select: Json, seen: Seen): void {
  checkId(form, path, select, seen)
  form.text(`${path}.placeholder`, select.placeholder, { max: 150 })
  form.range(`${path}.min_values`, select.min_values, 0, 25)
  form.range(`${path}.max_values`, select.max_values, 1, 25)
}

function checkOption(form: Form, path: string, value: unknown): void {
  const option = form.object(path, value) ?? {}
  form.text(`${path}.label`, option.label, { min: 1, max: 100, required: true })
  form.text(`${path}.value`, option.value, { min: 1, max: 100, required: true })
  form.text(`${path}.description`, option.description, { max: 100 })
}

function checkId(form: Form, path: string, component: Json, seen: Seen): void {
  const id = form.text(`${path}.custom_id`, component.custom_id, { min: 1, max: 100, required: true })
  if (id === undefined) return
  if (seen.ids.has(id)) {
    form.fail(
      `${path}.custom_id`,
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated',
    )
  }
  seen.ids.add(id)
}

function each(form: Form, path: string, parts: unknown[], types: number[], seen: Seen, key?: string): void {
  for (const [index, part] of parts.entries()) {
    const at = `${path}.${key ?? index}`
    const component = typed(form, at, part, types)
    seen.count += 1
    if (component) checks[Number(component.type)]?.(form, at, component, seen)
  }
}

function typed(form: Form, path: string, value: unknown, types: number[]): Json | undefined {
  const component = form.object(path, value)
  if (!component || types.includes(Number(component.type))) return component
  const list = types.length === 1 ? `${types[0]},` : types.join(', ')
  return form.fail(path, 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${list}).`)
}

function start(): Seen {
  return { ids: new Set(), count: 0, text: 0 }
}
