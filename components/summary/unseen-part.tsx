import { useState } from 'preact/hooks';
import type { DiaryLine } from '../../utils/domain/records';
import { dayKey, formatDayKey } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { summary as words } from '../../utils/i18n/summary';

export interface NewDiaryLine {
  readonly day: string;
  readonly text: string;
  readonly minutes?: number;
}

interface UnseenPartProps {
  readonly lines: readonly DiaryLine[];
  /** The week's first millisecond and the first after it. */
  readonly from: number;
  readonly to: number;
  readonly zone: string;
  /** Absent in the sample. */
  readonly onAdd?: ((line: NewDiaryLine) => void) | undefined;
  readonly onDelete?: ((id: string) => void) | undefined;
}

const LONGEST = 200;

/** What no browser sees, and a line by hand for it: always apart from what was measured. */
export function UnseenPart(props: UnseenPartProps) {
  const { lines, onAdd, onDelete } = props;
  const [open, setOpen] = useState(false);
  const minutes = lines.reduce((sum, line) => sum + (line.minutes ?? 0), 0);
  return (
    <>
      <p>{t(words.unseenText)}</p>
      {lines.length > 0 && (
        <div class="diary">
          <h3>
            {t(words.diaryTitle, {
              count: lines.length,
              time: formatDuration(minutes * 60_000, language.value),
            })}
          </h3>
          <ul class="dash-list">
            {lines.map((line) => (
              <li key={line.id}>
                {formatDayKey(line.day, language.value, line.day)} {line.text}
                {line.minutes !== undefined &&
                  ` ${t(common.about, { value: formatDuration(line.minutes * 60_000, language.value) })}`}{' '}
                {onDelete !== undefined && (
                  <button
                    type="button"
                    class="link small"
                    aria-label={t(words.diaryDelete, { text: line.text })}
                    onClick={() => onDelete(line.id)}
                  >
                    {t(common.delete)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {onAdd !== undefined &&
        (open ? (
          <DiaryForm {...props} onAdd={onAdd} onClose={() => setOpen(false)} />
        ) : (
          <p>
            <button
              type="button"
              class="button small"
              data-action="add-diary"
              onClick={() => setOpen(true)}
            >
              ＋ {t(words.diaryAdd)}
            </button>
          </p>
        ))}
    </>
  );
}

interface DiaryFormProps extends UnseenPartProps {
  readonly onAdd: (line: NewDiaryLine) => void;
  readonly onClose: () => void;
}

function DiaryForm({ from, to, zone, onAdd, onClose }: DiaryFormProps) {
  const first = dayKey(from, zone);
  const last = dayKey(to - 1, zone);
  const today = dayKey(Date.now(), zone);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const text = String(data.get('text') ?? '').trim();
    const minutes = Number(data.get('minutes'));
    if (text === '') return;
    onAdd({
      day: String(data.get('day') || first),
      text,
      ...(Number.isFinite(minutes) && minutes > 0 ? { minutes: Math.round(minutes) } : {}),
    });
    onClose();
  };
  return (
    <form class="diary-form" onSubmit={submit}>
      <label class="field">
        {t(words.diaryDay)}
        <input
          class="input"
          type="date"
          name="day"
          min={first}
          max={last}
          defaultValue={today >= first && today <= last ? today : first}
          required
        />
      </label>
      <label class="field">
        {t(words.diaryText)}
        <input class="input" type="text" name="text" maxLength={LONGEST} required />
        <span class="hint">{t(words.diaryTextHint)}</span>
      </label>
      <label class="field">
        {t(words.diaryMinutes)}
        <input class="input" type="number" name="minutes" min="1" max="1440" />
      </label>
      <p class="button-row">
        <button type="submit" class="button primary" data-action="save-diary">
          {t(common.save)}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t(common.cancel)}
        </button>
      </p>
    </form>
  );
}
