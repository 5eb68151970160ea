/** The program as it starts itself to read files. */
export const PROGRAM = ['dist/main.cjs', 'read'] as const
