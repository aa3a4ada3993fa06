import type { Setting } from '#domain/account.ts'
import { type SettingKey, settingKeys, settings } from '#domain/settings.ts'
import { stale } from '../problem.ts'
import { account, type Doer } from './audit.ts'
import type { Db, Tx } from './database.ts'

/** Every setting: as it was set, or as it starts (version 0). */
export async function readSettings(db: Db): Promise<(Setting & { key: SettingKey })[]> {
  const set = new Map((await db.selectFrom('setting').selectAll().execute()).map((row) => [row.key, row]))
  return settingKeys.map((key) => ({ key, ...settings[key], version: set.get(key)?.version ?? 0, value: set.get(key)?.value ?? settings[key].value }))
}

export async function settingValue(db: Db, key: SettingKey): Promise<number> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst()
  return row?.value ?? settings[key].value
}

/** @throws Problem 412 when the setting was changed since `before` was read. */
export async function saveSetting(tx: Tx, before: Setting, value: number, doer: Doer): Promise<Setting> {
  const changed =
    before.version === 0
      ? await tx
          .insertInto('setting')
          .values({ key: before.key, value, version: 1, updated_at: doer.at })
          .onConflict((oc) => oc.column('key').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('setting')
          .set((eb) => ({ value, updated_at: doer.at, version: eb('version', '+', 1) }))
          .where('key', '=', before.key)
          .where('version', '=', before.version)
          .returning('version')
          .executeTakeFirst()
  if (!changed) throw stale((await readSettings(tx)).find(({ key }) => key === before.key))
  await account(tx, doer, {
    action: 'setting-changed',
    record: 'setting',
    recordId: before.key,
    personId: null,
    changes: [{ field: before.key, from: before.value, to: value }],
  })
  return { ...before, value, version: changed.version }
}
