import {
  anything,
  boolean,
  both,
  byType,
  distinct,
  list,
  number,
  object,
  oneOf,
  string,
  url,
} from './schema.ts'
import { fault, isJson, type Check } from './schema.ts'

const id = string(255)
const plain = (max: number) => object({ type: oneOf('plain_text'), text: string(max) }, { emoji: boolean })
const mrkdwn = (max: number) => object({ type: oneOf('mrkdwn'), text: string(max) }, { verbatim: boolean })
const text = (max: number) => byType({ plain_text: plain(max), mrkdwn: mrkdwn(max) })
const style = oneOf('primary', 'danger')
const confirm = object({ text: text(300) }, { title: plain(100), confirm: plain(30), deny: plain(30), style })

const option = object({ text: text(75), value: string(75) }, { description: text(75), url: url() })
const options = (max: number) => list(option, max)
const group = object({ label: plain(75), options: options(100) })
const picking = { action_id: id, confirm, focus_on_load: boolean }
const placing = { ...picking, placeholder: plain(150) }

/** An element that must carry its type, these fields, and may carry those. */
function element(type: string, required: Record<string, Check>, optional: Record<string, Check>): Check {
  return object({ type: oneOf(type), ...required }, optional)
}

const buttonLook = { style, accessibility_label: string(75) }
const button = element(
  'button',
  { text: plain(75) },
  { action_id: id, value: string(2000), url: url(), confirm, ...buttonLook },
)
const feedback = object({ text: plain(75), value: string(2000) }, { accessibility_label: string(75) })
const image = object({ type: oneOf('image'), alt_text: string(2000), image_url: url() })

const selects = {
  static_select: element(
    'static_select',
    {},
    { ...placing, options: options(100), option_groups: list(group, 100), initial_option: option },
  ),
  users_select: element('users_select', {}, { ...placing, initial_user: string() }),
  channels_select: element(
    'channels_select',
    {},
    { ...placing, initial_channel: string(), response_url_enabled: boolean },
  ),
  conversations_select: element(
    'conversations_select',
    {},
    {
      ...placing,
      initial_conversation: string(),
      default_to_current_conversation: boolean,
      response_url_enabled: boolean,
      filter: anything,
    },
  ),
}
const choices = {
  radio_buttons: element('radio_buttons', { options: options(10) }, { ...picking, initial_option: option }),
  checkboxes: element('checkboxes', { options: options(10) }, { ...picking, initial_options: options(10) }),
  datepicker: element('datepicker', {}, { ...placing, initial_date: string() }),
  timepicker: element('timepicker', {}, { ...placing, initial_time: string(), timezone: string() }),
}
const overflow = element('overflow', { options: options(5) }, { action_id: id, confirm })
const input = element(
  'plain_text_input',
  {},
  {
    action_id: id,
    placeholder: plain(150),
    initial_value: string(3000, 0),
    multiline: boolean,
    min_length: atMost(3000),
    max_length: atMost(3000),
    focus_on_load: boolean,
    dispatch_action_config: anything,
  },
)

/** A number of at most `max`. */
function atMost(max: number): Check {
  return (value, at) => {
    const faults = number(value, at)
    return faults.length > 0 || (value as number) <= max
      ? faults
      : [fault(`must be less than ${max + 1}`, at)]
  }
}

const bar = byType({ button, overflow, ...selects, ...choices })
const accessory = byType({ button, overflow, image, ...selects, ...choices })
const bottom = byType({
  feedback_buttons: element(
    'feedback_buttons',
    { positive_button: feedback, negative_button: feedback },
    { action_id: id },
  ),
  icon_button: element(
    'icon_button',
    { icon: string(), text: plain(75) },
    { action_id: id, value: string(2000), confirm },
  ),
})

const richText = object({ type: oneOf('rich_text'), elements: list(anything, Infinity) }, { block_id: id })
const cell = byType({ raw_text: object({ type: oneOf('raw_text'), text: string() }), rich_text: richText })

/** A block that must carry its type, these fields, and may carry those and a block_id. */
function block(type: string, required: Record<string, Check>, optional: Record<string, Check> = {}): Check {
  return object({ type: oneOf(type), ...required }, { block_id: id, ...optional })
}

const elements = (item: Check, max: number) => both(list(item, max), distinct('action_id'))

/** A section needs text or fields, though neither alone is required. */
const section: Check = (value, at) => {
  const fields = { text: text(3000), fields: list(text(2000), 10), accessory, expand: boolean }
  const lacks = isJson(value) && value['text'] === undefined && value['fields'] === undefined
  return [
    ...block('section', {}, fields)(value, at),
    ...(lacks ? [fault('missing required field: text', at)] : []),
  ]
}

const card = block(
  'card',
  {},
  {
    title: mrkdwn(150),
    subtitle: mrkdwn(150),
    body: mrkdwn(200),
    actions: elements(button, 3),
    icon: image,
    hero_image: image,
  },
)

const blocks = byType({
  section,
  card,
  header: block('header', { text: plain(150) }),
  divider: block('divider', {}),
  context: block('context', {
    elements: list(byType({ image, plain_text: plain(3000), mrkdwn: mrkdwn(3000) }), 10),
  }),
  actions: block('actions', { elements: elements(bar, 25) }),
  context_actions: block('context_actions', { elements: elements(bottom, 5) }),
  image: block('image', { alt_text: string(2000), image_url: url() }, { title: plain(2000) }),
  input: block(
    'input',
    { label: plain(2000), element: byType({ plain_text_input: input, ...selects, ...choices }) },
    { hint: plain(2000), optional: boolean, dispatch_action: boolean },
  ),
  markdown: block('markdown', { text: string(12_000) }),
  rich_text: richText,
  table: block('table', { rows: list(list(cell, 20), 100) }, { column_settings: list(anything, 20) }),
  carousel: block('carousel', { elements: list(card, 10) }),
})

/** The blocks of a message: at most 50. */
export const messageBlocks = both(list(blocks, 50, 0), distinct('block_id'))

const viewBlocks = both(list(blocks, 100, 0), distinct('block_id'))
const viewOptional = { private_metadata: string(3000, 0), callback_id: string(255), external_id: string(255) }

/** A home tab, and a modal. */
export const view = byType({
  home: object({ type: oneOf('home'), blocks: viewBlocks }, viewOptional),
  modal: object(
    { type: oneOf('modal'), blocks: viewBlocks, title: plain(24) },
    {
      ...viewOptional,
      close: plain(24),
      submit: plain(24),
      clear_on_close: boolean,
      notify_on_close: boolean,
    },
  ),
})
