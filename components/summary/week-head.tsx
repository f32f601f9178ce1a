import type { WeekSummary } from '../../utils/domain/summary';
import { formatWeekDays, weekNumber } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { summary as words } from '../../utils/i18n/summary';
import { Menu } from '../menu';

export type Version = 'systems' | 'personal';
export type ExportFormat = 'excel' | 'csv' | 'json';

const FORMATS = {
  excel: words.exportExcel,
  csv: words.exportCsv,
  json: words.exportJson,
} as const;

interface WeekHeadProps {
  readonly summary: Pick<WeekSummary, 'week' | 'from' | 'to' | 'zone'>;
  /** Absent where no week of its own is shown, as in the sample. */
  readonly onPrevious?: (() => void) | undefined;
  /** Absent there, and where there is no later week. */
  readonly onNext?: (() => void) | undefined;
  readonly onPrint?: ((version: Version) => void) | undefined;
  readonly onExport?: ((format: ExportFormat, version: Version) => void) | undefined;
  /** Absent in the sample, and where a unit's policy switched it off. */
  readonly onContribute?: (() => void) | undefined;
  /** Formats that a unit's policy leaves. */
  readonly formats: readonly ExportFormat[];
  /** A unit's policy switched all of them off. */
  readonly outputsOff?: boolean;
}

/** Title, week, the weeks beside it, printing and exporting. */
export function WeekHead(props: WeekHeadProps) {
  const {
    summary,
    onPrevious,
    onNext,
    onPrint,
    onExport,
    onContribute,
    formats,
    outputsOff = false,
  } = props;
  return (
    <header class="week-head">
      <div class="week-title">
        <p class="brand">{t(common.productName)}</p>
        <h1>{t(words.title)}</h1>
        <p class="week-label" data-week={summary.week}>
          {weekLabel(summary)}
        </p>
      </div>
      <div class="week-controls">
        {onPrevious !== undefined && (
          <span class="week-steps">
            <button type="button" class="button" data-action="previous-week" onClick={onPrevious}>
              ‹ {t(words.previousWeek)}
            </button>
            <button
              type="button"
              class="button"
              data-action="next-week"
              disabled={onNext === undefined}
              onClick={onNext}
            >
              {t(words.nextWeek)} ›
            </button>
          </span>
        )}
        {outputsOff && <p class="small soft">{t(words.disabledByPolicy)}</p>}
        {onPrint !== undefined && (
          <Menu
            label={t(words.print)}
            action="print"
            items={VERSIONS.map((version) => ({
              label: versionName(version),
              hint: t(version === 'systems' ? words.systemsHint : words.personalHint),
              action: `print-${version}`,
              onChoose: () => onPrint(version),
            }))}
          />
        )}
        {((onExport !== undefined && formats.length > 0) || onContribute !== undefined) && (
          <Menu
            label={t(words.export)}
            action="export"
            items={[
              ...VERSIONS.flatMap((version) =>
                (onExport === undefined ? [] : formats).map((format) => ({
                  label: t(FORMATS[format], {
                    version: versionName(version),
                  }),
                  ...(format === formats[0]
                    ? { hint: t(version === 'systems' ? words.systemsHint : words.personalHint) }
                    : {}),
                  action: version === 'systems' ? `export-${format}` : `export-${format}-personal`,
                  onChoose: () => onExport?.(format, version),
                })),
              ),
              ...(onContribute === undefined
                ? []
                : [
                    {
                      label: t(words.contribute),
                      hint: t(words.contributeHint),
                      action: 'contribute',
                      onChoose: onContribute,
                    },
                  ]),
            ]}
          />
        )}
      </div>
    </header>
  );
}

const VERSIONS: readonly Version[] = ['systems', 'personal'];

export function versionName(version: Version): string {
  return t(version === 'systems' ? words.systemsVersion : words.personalVersion);
}

/** `2026 年 11 月 16 日—22 日（第 47 周）`. */
export function weekLabel({
  week,
  from,
  to,
  zone,
}: Pick<WeekSummary, 'week' | 'from' | 'to' | 'zone'>): string {
  return t(words.weekLabel, {
    days: formatWeekDays(from, to, zone, language.value),
    number: weekNumber(week),
  });
}
