/** What goes wrong with a call to a fake platform. `times` defaults to once. */
export type Fault =
  /** Answered so; nothing is stored. */
  | { status: number; headers?: Record<string, string>; body?: unknown; times?: number }
  /** Done as usual, but the response comes late. */
  | { delayMs: number; times?: number }
  /** The connection is cut before or after the call took effect: FIN, or RST when `reset`. */
  | { drop: 'before storing' | 'after storing'; reset?: boolean; times?: number }

/** Faults waiting for calls, by call name; `next` takes one off. */
export function createFaults() {
  const waiting = new Map<string, Fault[]>()
  return {
    /** The next call of this name meets the fault (in the order they were added). */
    add(call: string, fault: Fault): void {
      const list = waiting.get(call) ?? []
      list.push(...Array.from({ length: fault.times ?? 1 }, () => fault))
      waiting.set(call, list)
    },
    next(call: string): Fault | undefined {
      return waiting.get(call)?.shift()
    },
  }
}
