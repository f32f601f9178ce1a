import { useRef, useState } from 'preact/hooks';
import { LongWorkLine, useLongWork } from '../../components/long-work';
import { restoreSettings, settingsForBackup } from '../../utils/browser/backup-settings';
import { tellListChanged } from '../../utils/browser/list-changed';
import { BackupFault } from '../../utils/domain/backup-fault';
import { dayKey } from '../../utils/format/date';
import { t } from '../../utils/i18n';
import { backupFaults, backup as words } from '../../utils/i18n/backup';
import { exportWords } from '../../utils/i18n/exports';
import { longWork } from '../../utils/i18n/long-work';
import { describeFault } from '../../utils/storage/describe-fault';
import { databaseExists, openDatabase } from '../../utils/storage/open-database';
import { restoreBackup } from '../../utils/storage/restore-backup';
import { writeBackup } from '../../utils/storage/write-backup';
import { saveFile } from '../report/save-file';
import { followPlatforms, settings } from './options-state';

const SHORTEST = 10;

/** Everything in one file under a passphrase, and back. */
export function BackupPart() {
  return (
    <>
      <p class="soft text">{t(words.lead)}</p>
      <MakeBackup />
      <h3>{t(words.restoreTitle)}</h3>
      <p class="soft text">{t(words.restoreHint)}</p>
      <RestoreBackup />
    </>
  );
}

function MakeBackup() {
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [said, setSaid] = useState('');
  const work = useLongWork();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if ([...passphrase].length < SHORTEST) return setSaid(t(words.tooShort));
    if (passphrase !== again) return setSaid(t(words.different));
    setSaid('');
    try {
      if (!(await databaseExists())) return setSaid(t(words.nothing));
      const now = Date.now();
      const file = await work.run(async (running) =>
        writeBackup(await openDatabase(), await settingsForBackup(), { passphrase, now }, running),
      );
      if (file === 'stopped') return setSaid(t(longWork.stopped));
      const name = `${t(exportWords.fileBackup, { day: dayKey(now, settings.value.zone) })}.qzb`;
      saveFile(name, file, file.type);
      setPassphrase('');
      setAgain('');
      setSaid(t(words.made, { name }));
    } catch {
      setSaid(t(words.makeFailed));
    }
  };
  return (
    <form class="edit-form text" onSubmit={submit} data-form="backup">
      <Passphrase
        label={t(words.passphrase)}
        hint={t(words.passphraseHint)}
        name="passphrase"
        value={passphrase}
        onInput={setPassphrase}
      />
      <Passphrase label={t(words.again)} name="again" value={again} onInput={setAgain} />
      <p>
        <button
          type="submit"
          class="button"
          data-action="make-backup"
          disabled={work.share !== undefined}
        >
          {t(words.make)}
        </button>
      </p>
      <LongWorkLine label={t(words.making)} work={work} />
      <p aria-live="polite" data-said="backup">
        {said}
      </p>
    </form>
  );
}

function RestoreBackup() {
  const chooser = useRef<HTMLInputElement>(null);
  const [passphrase, setPassphrase] = useState('');
  const [said, setSaid] = useState('');
  const work = useLongWork();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const file = chooser.current?.files?.[0];
    if (file === undefined || passphrase === '') return setSaid(t(words.needFile));
    setSaid('');
    try {
      const options = { passphrase, zone: settings.value.zone, now: Date.now() };
      const restored = await work.run(async (running) =>
        restoreBackup(await openDatabase(), file, options, running),
      );
      if (restored === 'stopped') return setSaid(t(longWork.stopped));
      await restoreSettings(restored.manifest);
      await tellListChanged();
      await followPlatforms();
      setPassphrase('');
      setSaid(t(words.restored, { added: restored.added, known: restored.known }));
    } catch (error) {
      setSaid(refusal(error));
    }
  };
  return (
    <form class="edit-form text" onSubmit={submit} data-form="restore">
      <label class="field">
        {t(words.file)}
        <input ref={chooser} class="input" type="file" name="backup" />
      </label>
      <Passphrase
        label={t(words.passphrase)}
        name="passphrase"
        value={passphrase}
        onInput={setPassphrase}
      />
      <p>
        <button
          type="submit"
          class="button"
          data-action="restore-backup"
          disabled={work.share !== undefined}
        >
          {t(words.restore)}
        </button>
      </p>
      <LongWorkLine label={t(words.restoring)} work={work} />
      <p aria-live="polite" data-said="restore">
        {said}
      </p>
    </form>
  );
}

function refusal(error: unknown): string {
  if (error instanceof BackupFault) {
    const { code, part } = error;
    return code === 'damaged' || code === 'truncated'
      ? t(backupFaults[code], { part })
      : t(backupFaults[code]);
  }
  return t(describeFault(error).code === 'storage-full' ? words.full : words.failed);
}

interface PassphraseProps {
  readonly label: string;
  readonly hint?: string;
  readonly name: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

function Passphrase({ label, hint, name, value, onInput }: PassphraseProps) {
  return (
    <label class="field">
      {label}
      <input
        class="input"
        type="password"
        name={name}
        autocomplete="new-password"
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint !== undefined && <span class="hint">{hint}</span>}
    </label>
  );
}
