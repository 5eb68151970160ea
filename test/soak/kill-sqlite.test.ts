import { join } from 'node:path'
import test from 'node:test'
import { temporaryFolder } from '../temporary-folder.ts'
import { killAndCount } from './short.ts'
import { killBriefsAndCount } from './short-briefs.ts'

test('one process on SQLite, killed while people ask: each has one answer', () =>
  killAndCount({ path: join(temporaryFolder(), 'a.db') }, 1))

test('one process on SQLite, killed while briefs are due: each place has one, pinned', () =>
  killBriefsAndCount({ path: join(temporaryFolder(), 'b.db') }, 1))
