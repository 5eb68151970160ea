import type { Adapter } from '../src/core/contract.ts'

/** An adapter of a platform on which nothing happens, to be given what a test is about. */
export const idle: Omit<Adapter, 'name' | 'send'> = {
  start: async () => {},
  stop: async () => {},
  find: async () => 'cannot look',
  edit: async () => ({ ok: true }),
  pin: async () => ({ ok: true }),
  unpin: async () => ({ ok: true }),
  linkTo: async () => null,
  inspect: async () => ({ readers: 'team', state: 'here', lacks: [] }),
  pace: { posts: { everyMs: 0, burst: 1 }, pins: { everyMs: 0, burst: 1 } },
}
