import type { Json } from './form.ts'
import { DM, FORUM, type Channel, type Guild, type Member } from './guild.ts'

/** A channel as the API shows it. */
export function channelJson(channel: Channel): Json {
  if (channel.type === DM) return { ...channel, last_message_id: null, flags: 0 }
  const common = {
    position: 0,
    nsfw: false,
    topic: null,
    rate_limit_per_user: 0,
    last_message_id: null,
    flags: 0,
  }
  const forum =
    channel.type === FORUM
      ? { available_tags: [], default_reaction_emoji: null, default_sort_order: null }
      : {}
  return { permission_overwrites: [], parent_id: null, ...common, ...forum, ...channel }
}

/** A member as the API shows it; events on messages leave the user out. */
export function memberJson(member: Member, withUser = true): Json {
  const { user, roles } = member
  const rest = {
    nick: null,
    avatar: null,
    joined_at: '2026-01-05T09:00:00.000000+00:00',
    premium_since: null,
  }
  return { roles, ...rest, deaf: false, mute: false, flags: 0, pending: false, ...(withUser && { user }) }
}

/** A guild as the API shows it. */
export function guildJson(guild: Guild): Json {
  const roles = guild.roles.map((role, position) => ({ ...role, ...ROLE, position }))
  return { id: guild.id, name: guild.name, owner_id: guild.owner_id, roles, ...GUILD }
}

const ROLE = {
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  mentionable: false,
  flags: 0,
}
const GUILD = {
  icon: null,
  splash: null,
  discovery_splash: null,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 1,
  default_message_notifications: 1,
  explicit_content_filter: 0,
  emojis: [],
  stickers: [],
  features: [],
  mfa_level: 0,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: 0,
  preferred_locale: 'en-US',
  nsfw_level: 0,
  premium_progress_bar_enabled: false,
}
