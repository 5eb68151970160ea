import type { Card } from '../core/contract.ts'

export type Platform = 'slack' | 'discord'

/** The content of the message that the platform would get for the card, as JSON a person can read. */
export async function renderFor(platform: Platform, card: Card): Promise<string> {
  const { renderCard } =
    platform === 'slack'
      ? await import('../adapters/slack/render.ts')
      : await import('../adapters/discord/render.ts')
  return JSON.stringify(renderCard(card), null, 2)
}
