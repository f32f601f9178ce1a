import { useState } from 'preact/hooks';
import { LongWorkLine, type RunningWork, useLongWork } from '../../components/long-work';
import type { Collection } from '../../utils/domain/contribution/collection';
import {
  type KeyFile,
  LEAST_PASSPHRASE,
  newKeyFile,
  openKeyFile,
  parseKeyFile,
} from '../../utils/domain/contribution/key-file';
import {
  batchOf,
  openBatch,
  parseSealedBatch,
  type SealedBatchRefusal,
} from '../../utils/domain/contribution/key-holder';
import { mayRelease } from '../../utils/domain/contribution/ledger';
import { type SumFile, sumText } from '../../utils/domain/contribution/sum-file';
import { t } from '../../utils/i18n';
import { longWork } from '../../utils/i18n/long-work';
import { unit as words } from '../../utils/i18n/unit';
import { enterLine, readLedger } from '../../utils/storage/unit-ledger';
import { saveFile } from '../report/save-file';
import { ChooseFiles } from './choose-files';
import { CollectionPart } from './collection-part';
import { faultWords, readChosen } from './read-chosen';
import { collection } from './unit-state';

/** The key-holder's page: makes the key; opens sealed halves and gives back sums alone. */
export function HolderView() {
  const one = collection.value;
  return (
    <>
      <p class="text">{t(words.holderIntro)}</p>
      <MakeKey />
      <CollectionPart />
      {one?.mode === 'sealed' && <OpenBatch collection={one} />}
    </>
  );
}

function MakeKey() {
  const [passphrase, setPassphrase] = useState('');
  const [publicKey, setPublicKey] = useState<string>();
  const make = async () => {
    const made = await newKeyFile(passphrase);
    saveFile('qingzhuang-key.json', made.text, 'application/json');
    setPublicKey(made.publicKey);
    setPassphrase('');
  };
  return (
    <section class="part">
      <h2>{t(words.makeKey)}</h2>
      <Passphrase name="new-passphrase" value={passphrase} onChange={setPassphrase} />
      <p class="button-row">
        <button
          type="button"
          class="button"
          data-action="make-key"
          disabled={passphrase.length < LEAST_PASSPHRASE}
          onClick={make}
        >
          {t(words.makeKeyFile)}
        </button>
      </p>
      {publicKey !== undefined && (
        <>
          <p class="small soft text">{t(words.publicKeyHint)}</p>
          <p>
            {t(words.publicKey)}　
            <code class="key-text" data-public-key>
              {publicKey}
            </code>
          </p>
        </>
      )}
    </section>
  );
}

interface PassphraseProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Passphrase({ name, value, onChange }: PassphraseProps) {
  return (
    <div class="form-grid">
      <label class="field">
        {t(words.passphrase)}
        <input
          class="input"
          type="password"
          name={name}
          autocomplete="off"
          value={value}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
        <span class="hint">{t(words.passphraseHint, { count: LEAST_PASSPHRASE })}</span>
      </label>
    </div>
  );
}

function OpenBatch({ collection: one }: { readonly collection: Collection }) {
  const [key, setKey] = useState<KeyFile>();
  const [passphrase, setPassphrase] = useState('');
  const [batch, setBatch] = useState<string>();
  const work = useLongWork();
  const [sum, setSum] = useState<SumFile>();
  const [said, setSaid] = useState<string>();
  const chooseKey = async ([file]: readonly File[]) => {
    const parsed = await readChosen(file, parseKeyFile);
    setKey('value' in parsed ? parsed.value : undefined);
    setSaid(
      'fault' in parsed
        ? t(words.faultLine, { reason: faultWords(parsed.fault).reason, place: '' })
        : undefined,
    );
  };
  const chooseBatch = async ([file]: readonly File[]) => {
    const text = await file?.text().catch(() => undefined);
    setBatch(text);
    setSum(undefined);
    setSaid(
      text === undefined
        ? t(words.faultLine, { reason: t(words['fault-unreadable']), place: '' })
        : undefined,
    );
  };
  const open = async () => {
    setSum(undefined);
    setSaid(undefined);
    const result = await work.run((running) => openFor(one, key, passphrase, batch ?? '', running));
    if (result === 'stopped') return setSaid(t(longWork.stopped));
    setSaid('said' in result ? result.said : undefined);
    if ('sum' in result) {
      setSum(result.sum);
      setPassphrase('');
    }
  };
  const left = sum?.leftOut?.length ?? 0;
  return (
    <section class="part">
      <h2>{t(words.openBatchTitle)}</h2>
      <p class="button-row">
        <ChooseFiles label={t(words.chooseKey)} action="choose-key" onChoose={chooseKey} />
        <ChooseFiles label={t(words.chooseBatch)} action="choose-batch" onChoose={chooseBatch} />
      </p>
      <Passphrase name="passphrase" value={passphrase} onChange={setPassphrase} />
      <p class="button-row">
        <button
          type="button"
          class="button primary"
          data-action="open-batch"
          disabled={key === undefined || batch === undefined || work.share !== undefined}
          onClick={open}
        >
          {t(words.openAndSum)}
        </button>
      </p>
      <LongWorkLine label={t(words.opening)} work={work} />
      <p role="alert" class={said === undefined ? undefined : 'notice signal-notice'}>
        {said}
      </p>
      {sum !== undefined && (
        <>
          <p role="status" data-opened={sum.n}>
            {t(words.opened, { count: sum.n, left })}
          </p>
          <p class="button-row">
            <button
              type="button"
              class="button primary"
              data-action="save-holder-sum"
              onClick={() =>
                saveFile(`${one.code}-${sum.week}-holder.json`, sumText(sum), 'application/json')
              }
            >
              {t(words.saveHolderSum)}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

const SHOW_EVERY = 20;

async function openFor(
  one: Collection,
  file: KeyFile | undefined,
  passphrase: string,
  text: string,
  { signal, progress }: RunningWork,
): Promise<{ readonly sum: SumFile } | { readonly said: string }> {
  const { k } = one.rules;
  const key =
    file === undefined || file.publicKey !== one.keyHolder?.publicKey
      ? undefined
      : await openKeyFile(file, passphrase);
  if (key === undefined) return { said: t(words.wrongKey) };
  const parsed = parseSealedBatch(text, one);
  const refusal = (reason: SealedBatchRefusal) =>
    reason === 'too-few' ? t(words['holder-too-few'], { k }) : t(words[`holder-${reason}`]);
  if ('refused' in parsed) return { said: refusal(parsed.refused) };
  const { week, contributions, collection: id } = parsed.value;
  const line = { collection: id, weeks: [week], ...batchOf(parsed.value), release: '' };
  const answer = mayRelease(await readLedger('holder', id), line, k);
  if (answer === 'too-alike') return { said: t(words['ledger-too-alike'], { k }) };
  const result = await openBatch(one, parsed.value, key, (done) => {
    if (done % SHOW_EVERY > 0) return;
    signal.throwIfAborted();
    progress(done / contributions.length);
  });
  signal.throwIfAborted();
  if ('refused' in result) return { said: refusal(result.refused) };
  // Entered before the sums leave the page: what was opened once counts, whether it is saved or not.
  await enterLine('holder', line);
  return result;
}
