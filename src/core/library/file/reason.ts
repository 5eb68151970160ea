const REASONS: Record<string, string> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it is gone',
  EISDIR: 'it is a folder',
  ENOTDIR: 'it is not a folder',
  EIO: 'the disk failed to read it',
}

/** Why a file could not be read, in words for the operator. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it cannot be read'
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return REASONS[code] ?? (code === '' ? error.message : `it cannot be read (${code})`)
}
