import { watch } from 'chokidar'

export interface Watch {
  close: () => Promise<void>
}

/**
 * Calls back when something below the folder may have changed: at once where the file system tells, and not at all
 * where it does not (network mounts), so look now and then too. `lost` hears why it cannot tell.
 */
export async function watchFolder(
  folder: string,
  changed: () => void,
  lost: (reason: Error) => void,
): Promise<Watch> {
  const watcher = watch(folder, { ignoreInitial: true, ignored: /(?:^|[\\/])\.[^\\/.]/ })
  watcher.on('all', changed)
  const ready = new Promise<void>((resolve) => {
    watcher.once('ready', resolve)
    watcher.on('error', (error) => {
      lost(error instanceof Error ? error : new Error(String(error)))
      resolve()
    })
  })
  await ready
  return { close: () => watcher.close() }
}
