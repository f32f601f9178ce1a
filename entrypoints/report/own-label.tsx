import { useState } from 'preact/hooks';
import { t } from '../../utils/i18n';
import { type OwnLabel, ownLabels } from '../../utils/i18n/actions';
import { records as words } from '../../utils/i18n/records';
import { report } from '../../utils/i18n/report';
import { labelAction } from '../../utils/storage/actions';
import { openDatabase } from '../../utils/storage/open-database';

const LABELS = Object.keys(ownLabels) as readonly OwnLabel[];

interface OwnLabelProps {
  /** Of the action. */
  readonly id: string;
  readonly given: OwnLabel | undefined;
}

/** One tap says what an action was to the person, another takes it back. Nothing asks for it. */
export function OwnLabelChoice({ id, given }: OwnLabelProps) {
  const [chosen, setChosen] = useState(given);
  const [failed, setFailed] = useState(false);
  const choose = async (label: OwnLabel) => {
    const next = label === chosen ? undefined : label;
    try {
      await labelAction(await openDatabase(), id, next);
      setChosen(next);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <fieldset class="own-label" aria-label={t(words.own)}>
        {LABELS.map((label) => (
          <button
            key={label}
            type="button"
            class="button small"
            data-label={label}
            aria-pressed={label === chosen}
            onClick={() => choose(label)}
          >
            {t(ownLabels[label])}
          </button>
        ))}
      </fieldset>
      {failed && (
        <span class="signal" role="alert">
          {t(report.notSaved)}
        </span>
      )}
    </>
  );
}
