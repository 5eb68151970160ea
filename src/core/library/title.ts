import { basename } from 'node:path'

/** A title from a file's name: `annual-leave_policy.txt` is "Annual leave policy". */
export function titleOf(file: string): string {
  const words = basename(file)
    .replace(/\.[^.]+$/, '')
    .replace(/_+/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim()
  return words === '' ? file : words.charAt(0).toUpperCase() + words.slice(1)
}
