import { useContext, useState } from 'preact/hooks';
import type { FormWeek, WeekSummary } from '../../utils/domain/summary';
import { formatDuration } from '../../utils/format/duration';
import { formatCount, formatShare } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { summary as words } from '../../utils/i18n/summary';
import { DataTable } from '../data-table';
import { Figure } from '../figure';
import { NamesContext } from '../names';

const SHOWN = 8;

/** The forms of the week: how often, how many fields, how long. */
export function FormsPart({ summary }: { readonly summary: WeekSummary }) {
  const [all, setAll] = useState(false);
  const names = useContext(NamesContext);
  const { forms } = summary;
  if (forms.length === 0) return <p class="soft">{t(words.formsEmpty)}</p>;
  const rows = [...forms].sort((a, b) => b.fillingMs - a.fillingMs);
  const shown = all ? rows : rows.slice(0, SHOWN);
  const sum = (pick: (form: FormWeek) => number) =>
    forms.reduce((total, form) => total + pick(form), 0);
  const count = (value: number) => formatCount(value, language.value);
  return (
    <>
      <DataTable
        caption={t(words.formsTitle)}
        captionHidden
        rows={shown}
        rowKey={({ platform, signature }) => `${platform} ${signature}`}
        columns={[
          {
            key: 'form',
            title: t(words.form),
            cell: (form) => (
              <>
                {form.heading ?? t(words.formUnnamed, { fields: form.fields })}
                <span class="row-note">{names.platform(form.platform)}</span>
              </>
            ),
          },
          {
            key: 'submissions',
            title: t(words.submissions),
            number: true,
            cell: ({ submissions, platform }) => (
              <Figure
                figure="forms.submissions"
                value={submissions}
                shown={count(submissions)}
                platform={platform}
              />
            ),
          },
          {
            key: 'attempts',
            title: t(words.attempts),
            number: true,
            cell: ({ attempts }) => (attempts === 0 ? '' : count(attempts)),
          },
          {
            key: 'entered',
            title: t(words.entered),
            number: true,
            cell: ({ enteredFields }) => count(enteredFields),
          },
          {
            key: 'prefill',
            title: t(words.prefillRate),
            number: true,
            cell: ({ enteredFields, prefilledFields }) =>
              enteredFields + prefilledFields === 0
                ? ''
                : formatShare(prefilledFields / (enteredFields + prefilledFields)),
          },
          {
            key: 'filling',
            title: t(words.filling),
            number: true,
            cell: ({ fillingMs }) => formatDuration(fillingMs, language.value),
          },
        ]}
        footer={[
          t(common.total),
          <Figure
            key="submissions"
            figure="forms.submissions"
            value={sum(({ submissions }) => submissions)}
            shown={count(sum(({ submissions }) => submissions))}
          />,
          <Figure
            key="attempts"
            figure="forms.attempts"
            value={sum(({ attempts }) => attempts)}
            shown={count(sum(({ attempts }) => attempts))}
          />,
          <Figure
            key="entered"
            figure="forms.entered"
            value={sum(({ enteredFields }) => enteredFields)}
            shown={count(sum(({ enteredFields }) => enteredFields))}
          />,
          summary.reentry.prefillRate === undefined ? (
            ''
          ) : (
            <Figure
              key="prefill"
              figure="forms.prefill"
              value={summary.reentry.prefillRate}
              shown={formatShare(summary.reentry.prefillRate)}
            />
          ),
          <Figure
            key="filling"
            figure="forms.filling"
            value={sum(({ fillingMs }) => fillingMs)}
            shown={formatDuration(
              sum(({ fillingMs }) => fillingMs),
              language.value,
            )}
          />,
        ]}
      />
      {rows.length > shown.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t(words.moreForms, { count: rows.length })}
        </button>
      )}
    </>
  );
}
