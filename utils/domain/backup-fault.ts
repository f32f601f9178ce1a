/** Why a backup could not be read. Nothing has been changed then. */
export type BackupFaultCode =
  /** Not a backup at all. */
  | 'foreign'
  /** Made by a newer version than this one reads. */
  | 'newer'
  /** The passphrase does not open it. */
  | 'passphrase'
  /** A part of it cannot be read. */
  | 'damaged'
  /** It ends too early. */
  | 'truncated';

export class BackupFault extends Error {
  readonly code: BackupFaultCode;
  /** The part that could not be read, from 1; 0 is the head. */
  readonly part: number;

  constructor(code: BackupFaultCode, part = 0) {
    super(`backup ${code} ${part}`);
    this.code = code;
    this.part = part;
  }
}
