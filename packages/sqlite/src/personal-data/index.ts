// What is kept of people in files apart from the events: their keys, and who they are.
export type { ApartOptions } from "./apart-file.ts"
export {
  type BackupOptions,
  type BackupTaken,
  longestBackupDays,
  type Restoring,
  usualBackupDays
} from "./backing-up.ts"
export { backUpKeyRing, backUpPeopleRegister, restoreKeyRing, restorePeopleRegister } from "./backups.ts"
export { type KeyRingOptions, openSqliteKeyRing, sqliteKeyRing } from "./key-ring.ts"
export { type MasterKey, masterKeyFrom, newMasterKeyText, NotAMasterKey } from "./master-key.ts"
export { openSqlitePeopleRegister, sqlitePeopleRegister } from "./people-register.ts"
export { rotateMasterKey, type Rotation } from "./rotating.ts"
export { openKeyRingWithoutMasterKey } from "./without-reading.ts"
