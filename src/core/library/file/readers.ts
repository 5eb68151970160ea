import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import type { Unnumbered, Volume } from '../document.ts'
import type { Answer, Errand } from './child.ts'

export interface ReadersOptions {
  /** What to start, with its arguments: a program that calls `serveReader`. */
  program: readonly [path: string, ...args: string[]]
  /** For one file. */
  limitMs?: number
  /** For one process. */
  heapMb?: number
}

export interface Readers {
  /** Rejects with an Error that says why the file cannot be read, in time, whatever the file does. */
  read: (errand: Errand) => Promise<Volume>
  close: () => void
}

const LIMIT_MS = 30_000
const HEAP_MB = 512
const MOST_PROCESSES = 4
/** A process that has nothing to do for so long ends. */
const IDLE_MS = 10_000

/** Reads files in other processes, a few at a time, each within limits of time and memory. */
export function createReaders({ program, limitMs = LIMIT_MS, heapMb = HEAP_MB }: ReadersOptions): Readers {
  const idle: { child: ChildProcess; timer: NodeJS.Timeout }[] = []
  const waiting: (() => void)[] = []
  let room = Math.min(MOST_PROCESSES, availableParallelism())

  const enter = async (): Promise<void> => {
    if (room > 0) room -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next) next()
    else room += 1
  }
  const take = (): ChildProcess => {
    for (let kept = idle.pop(); kept; kept = idle.pop()) {
      clearTimeout(kept.timer)
      if (kept.child.connected) return kept.child
    }
    return start(program, heapMb)
  }
  const giveBack = (child: ChildProcess): void => {
    if (!child.connected || child.killed) return
    const end = (): void => {
      idle.splice(
        idle.findIndex((one) => one.child === child),
        1,
      )
      child.kill('SIGKILL')
    }
    idle.push({ child, timer: setTimeout(end, IDLE_MS).unref() })
  }
  return {
    async read(errand) {
      await enter()
      const child = take()
      try {
        const volume = await run(child, errand, limitMs)
        return volume
      } finally {
        giveBack(child)
        leave()
      }
    },
    close() {
      for (const { child, timer } of idle.splice(0)) {
        clearTimeout(timer)
        child.kill('SIGKILL')
      }
    },
  }
}

/** With nothing of our environment: no token is where a file may get at it. */
function start([path, ...args]: ReadersOptions['program'], heapMb: number): ChildProcess {
  const child = fork(path, args, {
    // What runs from its sources needs what this process loads them with.
    execArgv: [...(path.endsWith('.ts') ? process.execArgv : []), `--max-old-space-size=${heapMb}`],
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  // It must not keep this process alive, and its own end is told where it matters.
  child.unref()
  child.channel?.unref()
  child.on('error', () => undefined)
  return child
}

async function run(child: ChildProcess, errand: Errand, limitMs: number): Promise<Volume> {
  const passages: Unnumbered[] = []
  let rest = (): void => {}
  child.channel?.ref()
  try {
    return await new Promise<Volume>((resolve, reject) => {
      const late = setTimeout(() => {
        child.kill('SIGKILL')
        reject(new Error(`reading it took longer than ${limitMs / 1000} seconds`))
      }, limitMs)
      const onMessage = (answer: Answer): void => {
        if (answer.is === 'passages') passages.push(...answer.passages)
        else if (answer.is === 'read') resolve({ ...answer.about, passages })
        else reject(new Error(answer.reason))
      }
      const onEnd = (): void => reject(new Error('reading it took too much memory, or ended the reader'))
      rest = () => {
        clearTimeout(late)
        child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      }
      child.on('message', onMessage).once('exit', onEnd).once('error', onEnd)
      child.send(errand, (error) => error && onEnd())
    })
  } finally {
    rest()
    child.channel?.unref()
  }
}
