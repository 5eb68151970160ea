import type { Card } from '../core/contract.ts'

export type Platform = 'slack' | 'discord'

/** The message that the platform would get for the card, as JSON a person can read. Throws where it is over a limit. */
export async function renderFor(platform: Platform, card: Card): Promise<string> {
  const { message, faults } = platform === 'slack' ? await forSlack(card) : await forDiscord(card)
  if (faults.length > 0) throw new Error(`The message is over the platform's limits: ${faults.join('; ')}.`)
  return JSON.stringify(message, null, 2)
}

async function forSlack(card: Card): Promise<{ message: object; faults: string[] }> {
  const { renderCard, UNFURL_NOTHING } = await import('../adapters/slack/render.ts')
  const { overLimits } = await import('../adapters/slack/limits.ts')
  const message = renderCard(card)
  return { message: { ...message, ...UNFURL_NOTHING }, faults: overLimits(message) }
}

async function forDiscord(card: Card): Promise<{ message: object; faults: string[] }> {
  const { renderCard, PING_NOBODY } = await import('../adapters/discord/render.ts')
  const { overLimits } = await import('../adapters/discord/limits.ts')
  const message = renderCard(card)
  return { message: { ...message, ...PING_NOBODY }, faults: overLimits(message) }
}
