import type { BackupFaultCode } from '../domain/backup-fault';
import type { Catalogue, Message } from './message';

/** Backing up and restoring. */
export const backup = {
  title: { zh_CN: '备份与恢复', en: 'Backup and restore' },
  lead: {
    zh_CN:
      '备份是一个加密文件，含全部记录和设置，不含比对码及其密钥。换电脑、重装或两台电脑合并时使用。',
    en: 'A backup is one encrypted file with all records and settings, without digests and their keys. For a new computer, a new installation, or to merge two computers.',
  },
  make: { zh_CN: '制作备份', en: 'Make a backup' },
  passphrase: { zh_CN: '口令', en: 'Passphrase' },
  passphraseHint: {
    zh_CN: '至少 10 个字符，可用一句话。口令不保存，忘记后备份无法打开。',
    en: 'At least 10 characters; a sentence will do. It is not kept: without it the backup cannot be opened.',
  },
  again: { zh_CN: '再输一次', en: 'Once more' },
  tooShort: { zh_CN: '口令不足 10 个字符。', en: 'The passphrase is shorter than 10 characters.' },
  different: { zh_CN: '两次输入的口令不一致。', en: 'The two passphrases differ.' },
  making: { zh_CN: '正在备份', en: 'Backing up' },
  made: {
    zh_CN: '备份已保存为“{name}”。请另存到安全的地方，并记住口令。',
    en: 'Saved as “{name}”. Keep it in a safe place and remember the passphrase.',
  },
  nothing: {
    zh_CN: '还没有记录，无需备份。',
    en: 'Nothing has been recorded; there is nothing to back up.',
  },
  makeFailed: {
    zh_CN: '没有备份：本机记录库无法读取。已存的记录没有改动，请重新启动浏览器后再试。',
    en: 'No backup was made: the records cannot be read. What was stored is unchanged; restart the browser and try again.',
  },
  restoreTitle: { zh_CN: '从备份恢复或合并', en: 'Restore or merge' },
  restoreHint: {
    zh_CN:
      '备份中的记录并入本机，同一条只算一次；本机已有的名称和设置不变。两台电脑之间的重复录入认不出来。',
    en: 'Records are merged into those here, each once; names and settings chosen here stay. Re-entry between two computers is not detected.',
  },
  file: { zh_CN: '备份文件', en: 'Backup file' },
  restore: { zh_CN: '恢复', en: 'Restore' },
  restoring: { zh_CN: '正在恢复', en: 'Restoring' },
  needFile: {
    zh_CN: '请选择备份文件并输入口令。',
    en: 'Choose a backup file and enter its passphrase.',
  },
  restored: {
    zh_CN:
      '已恢复：新增 {added} 条，已有 {known} 条。是否同意记录、允许哪些网站，请在本机另行决定。',
    en: 'Restored: {added} new, {known} already here. Consent and allowed sites are decided anew on this computer.',
  },
  full: {
    zh_CN: '磁盘空间不足，没有恢复。现有记录未改动，请清理磁盘后重试。',
    en: 'The disk is full; nothing was restored. The records here are unchanged; free some space and try again.',
  },
  failed: {
    zh_CN: '本机记录库无法写入，没有恢复。现有记录未改动，请重新启动浏览器后重试。',
    en: 'The records cannot be written; nothing was restored. The records here are unchanged; restart the browser and try again.',
  },
} as const satisfies Catalogue;

/** Why a backup was refused: what happened, what is safe, what to do. */
export const backupFaults = {
  foreign: {
    zh_CN: '这不是轻装的备份文件。现有记录未改动，请另选文件。',
    en: 'This is not a backup of Qingzhuang. The records here are unchanged; choose another file.',
  },
  newer: {
    zh_CN: '备份由更新的版本制作。现有记录未改动，请先更新轻装再恢复。',
    en: 'The backup was made by a newer version. The records here are unchanged; update first.',
  },
  passphrase: {
    zh_CN: '口令不正确。现有记录未改动，请核对口令后重试。',
    en: 'The passphrase is wrong. The records here are unchanged; check it and try again.',
  },
  damaged: {
    zh_CN: '备份文件已损坏（第 {part} 段无法读取）。现有记录未改动，请改用其他备份文件重试。',
    en: 'The backup is damaged (part {part} cannot be read). The records here are unchanged; try another backup.',
  },
  truncated: {
    zh_CN:
      '备份文件不完整（第 {part} 段之后缺失）。现有记录未改动，请重新复制该文件或改用其他备份。',
    en: 'The backup is incomplete (cut off at part {part}). The records here are unchanged; copy the file again or try another.',
  },
} as const satisfies Readonly<Record<BackupFaultCode, Message>>;
