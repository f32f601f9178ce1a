import { useContext, useState } from 'preact/hooks';
import type { PlatformOverlap, WeekSummary } from '../../utils/domain/summary';
import { alreadyReportedText } from '../../utils/format/already-reported';
import { formatMoment } from '../../utils/format/date';
import { formatDuration } from '../../utils/format/duration';
import { formatCount } from '../../utils/format/number';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { summary as words } from '../../utils/i18n/summary';
import { ChartFrame } from '../charts/chart-frame';
import { DataTable } from '../data-table';
import { Dialog } from '../dialog';
import { NamesContext } from '../names';
import { TableScroll } from '../table-scroll';
import { AlreadyReported } from './already-reported';

interface OverlapMatrixProps {
  readonly summary: WeekSummary;
  readonly compared: boolean;
}

/** Platform by platform: what was filled in on one and asked for again on another. */
export function OverlapMatrix({ summary, compared }: OverlapMatrixProps) {
  const [opened, setOpened] = useState<PlatformOverlap>();
  const names = useContext(NamesContext);
  if (!compared) return <p class="soft">{t(words.overlapNotCompared)}</p>;
  if (summary.overlaps.length === 0) return <p class="soft">{t(words.overlapEmpty)}</p>;
  return (
    <>
      <p class="lead small soft">{t(words.overlapLead)}</p>
      <ChartFrame
        label={t(words.overlapTitle)}
        chart={<Matrix overlaps={summary.overlaps} onOpen={setOpened} />}
        table={<OverlapTable overlaps={summary.overlaps} onOpen={setOpened} />}
      />
      {opened !== undefined && (
        <Dialog
          title={t(words.overlapPair, {
            from: names.platform(opened.from),
            to: names.platform(opened.to),
          })}
          onClose={() => setOpened(undefined)}
        >
          <OverlapDetail overlap={opened} summary={summary} />
        </Dialog>
      )}
    </>
  );
}

interface OverlapsProps {
  readonly overlaps: readonly PlatformOverlap[];
  readonly onOpen: (overlap: PlatformOverlap) => void;
}

/** Platforms in the order of how much they share, most first. */
export function overlapOrder(overlaps: readonly PlatformOverlap[]): readonly string[] {
  const fields = new Map<string, number>();
  for (const { from, to, fields: count } of overlaps) {
    fields.set(from, (fields.get(from) ?? 0) + count);
    fields.set(to, (fields.get(to) ?? 0) + count);
  }
  return [...fields].sort(([, a], [, b]) => b - a).map(([platform]) => platform);
}

/** A larger matrix is opened by hand; the table beside it always has all. */
const SHOWN = 8;

function Matrix({ overlaps, onOpen }: OverlapsProps) {
  const [all, setAll] = useState(false);
  const whole = overlapOrder(overlaps);
  const order = all ? whole : whole.slice(0, SHOWN);
  return (
    <>
      <MatrixTable overlaps={overlaps} order={order} onOpen={onOpen} />
      {whole.length > order.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t(common.others, { count: whole.length - order.length })}
        </button>
      )}
    </>
  );
}

interface MatrixTableProps extends OverlapsProps {
  readonly order: readonly string[];
}

function MatrixTable({ overlaps, order, onOpen }: MatrixTableProps) {
  const names = useContext(NamesContext);
  const cells = new Map(overlaps.map((overlap) => [`${overlap.from}\n${overlap.to}`, overlap]));
  const highest = Math.max(...overlaps.map(({ fields }) => fields));
  return (
    <TableScroll label={t(words.overlapTitle)}>
      <table class="matrix">
        <caption class="visually-hidden">{t(words.overlapTitle)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="soft small">
                {t(words.overlapFirst)} ↓　{t(words.overlapAgain)} →
              </span>
            </th>
            {order.map((platform, index) => (
              <th key={platform} scope="col" title={names.platform(platform)}>
                <span aria-hidden="true">{index + 1}</span>
                <span class="visually-hidden">{names.platform(platform)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((from, index) => (
            <tr key={from}>
              <th scope="row" title={names.platform(from)}>
                <span class="matrix-number" aria-hidden="true">
                  {index + 1}
                </span>
                {names.platform(from)}
              </th>
              {order.map((to) => {
                const overlap = cells.get(`${from}\n${to}`);
                if (overlap === undefined) {
                  return <td key={to} class={from === to ? 'matrix-same' : undefined} />;
                }
                return (
                  <td key={to}>
                    <Cell overlap={overlap} weight={overlap.fields / highest} onOpen={onOpen} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

interface CellProps {
  readonly overlap: PlatformOverlap;
  /** 0…1 of the fullest cell. */
  readonly weight: number;
  readonly onOpen: (overlap: PlatformOverlap) => void;
}

function Cell({ overlap, weight, onOpen }: CellProps) {
  const names = useContext(NamesContext);
  const time = formatDuration(overlap.reentryMs, language.value);
  return (
    <button
      type="button"
      class="matrix-cell"
      data-figure="overlap.fields"
      data-from={overlap.from}
      data-to={overlap.to}
      onClick={() => onOpen(overlap)}
    >
      <data value={String(overlap.fields)}>{formatCount(overlap.fields, language.value)}</data>
      <span class="matrix-time">{time}</span>
      <span class="visually-hidden">
        {t(words.overlapCell, {
          from: names.platform(overlap.from),
          to: names.platform(overlap.to),
        })}
      </span>
      <svg class="matrix-bar" width="100%" height="4" aria-hidden="true">
        <rect width={`${Math.max(6, weight * 100)}%`} height="4" />
      </svg>
    </button>
  );
}

function OverlapTable({ overlaps, onOpen }: OverlapsProps) {
  const names = useContext(NamesContext);
  return (
    <DataTable
      caption={t(words.overlapTitle)}
      captionHidden
      rows={[...overlaps].sort((a, b) => b.fields - a.fields)}
      rowKey={({ from, to }) => `${from} ${to}`}
      columns={[
        {
          key: 'pair',
          title: `${t(words.overlapFirst)} → ${t(words.overlapAgain)}`,
          cell: (overlap) => (
            <button type="button" class="link" onClick={() => onOpen(overlap)}>
              {t(words.overlapPair, {
                from: names.platform(overlap.from),
                to: names.platform(overlap.to),
              })}
            </button>
          ),
        },
        {
          key: 'fields',
          title: t(words.overlapFields),
          number: true,
          cell: ({ fields }) => formatCount(fields, language.value),
        },
        {
          key: 'time',
          title: t(words.overlapTime),
          number: true,
          cell: ({ reentryMs }) => formatDuration(reentryMs, language.value),
        },
      ]}
    />
  );
}

interface OverlapDetailProps {
  readonly overlap: PlatformOverlap;
  readonly summary: Pick<WeekSummary, 'from' | 'to' | 'zone'>;
}

/** Which data items, how often, and when: never what was typed. */
function OverlapDetail({ overlap, summary }: OverlapDetailProps) {
  const names = useContext(NamesContext);
  const { zone } = summary;
  const { firstAt, lastAt } = overlap.evidence;
  return (
    <>
      <p>
        {t(words.overlapSum, {
          count: overlap.fields,
          time: formatDuration(overlap.reentryMs, language.value),
        })}
      </p>
      {firstAt !== undefined && lastAt !== undefined && (
        <p>
          {t(words.overlapWhen, {
            first: formatMoment(firstAt, zone, language.value),
            last: formatMoment(lastAt, zone, language.value),
          })}
        </p>
      )}
      <DataTable
        caption={t(words.overlapItems)}
        captionHidden
        rows={overlap.concepts}
        rowKey={({ concept }) => concept}
        columns={[
          {
            key: 'item',
            title: t(words.dataItem),
            cell: ({ concept }) => names.concept(concept) ?? t(words.unknownItem),
          },
          {
            key: 'count',
            title: t(words.timesCount),
            number: true,
            cell: ({ count }) => formatCount(count, language.value),
          },
        ]}
        footer={[t(common.total), formatCount(overlap.fields, language.value)]}
      />
      <AlreadyReported
        text={alreadyReportedText({
          overlap,
          week: summary,
          language: language.value,
          platformName: names.platform,
          conceptName: names.concept,
        })}
      />
    </>
  );
}
