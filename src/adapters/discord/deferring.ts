/** The interactions whose "thinking" is still on its way to Discord: their answer takes its place, so it has to wait. */
export interface Deferring {
  hold(secret: string, deferred: Promise<void>): void
  /** Resolves when the answer may be sent. */
  over(secret: string): Promise<void>
}

export function createDeferring(): Deferring {
  const pending = new Map<string, Promise<void>>()
  return {
    hold(secret, deferred) {
      const over = deferred.catch(() => undefined).finally(() => pending.delete(secret))
      pending.set(secret, over)
    },
    over: async (secret) => pending.get(secret),
  }
}
