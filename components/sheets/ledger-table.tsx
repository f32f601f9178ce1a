import { useContext } from 'preact/hooks';
import type { BeforeAfter } from '../../utils/domain/before-after';
import type { LedgerEntry } from '../../utils/domain/records';
import { formatDay, formatFullDay } from '../../utils/format/date';
import { language, t } from '../../utils/i18n';
import { common } from '../../utils/i18n/common';
import { ledgerStates, records } from '../../utils/i18n/records';
import { sheets as words } from '../../utils/i18n/sheets';
import { NamesContext } from '../names';
import { TableScroll } from '../table-scroll';

interface LedgerTableProps {
  readonly lines: readonly (LedgerEntry & { readonly change: BeforeAfter })[];
  readonly zone: string;
  readonly onState: (id: string, status: LedgerEntry['status']) => void;
  readonly onRemove: (id: string) => void;
}

const STATES = Object.keys(ledgerStates) as LedgerEntry['status'][];

/** The sheets that were handed in, how far each is, and what changed since. */
export function LedgerTable({ lines, zone, onState, onRemove }: LedgerTableProps) {
  const names = useContext(NamesContext);
  if (lines.length === 0) return <p class="soft">{t(words.ledgerEmpty)}</p>;
  return (
    <TableScroll label={t(words.ledger)}>
      <table class="table in-words">
        <caption class="visually-hidden">{t(words.ledger)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(records.when)}</th>
            <th scope="col">{t(common.platform)}</th>
            <th scope="col">{t(words.state)}</th>
            <th scope="col">{t(words.change)}</th>
            <th scope="col">
              <span class="visually-hidden">{t(common.delete)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, at, platform, kind, status, change }) => {
            const name = names.platform(platform);
            return (
              <tr key={id} data-entry={status}>
                <td class="nowrap">{formatFullDay(at, zone, language.value)}</td>
                <th scope="row">
                  {name}
                  <span class="row-note">
                    {t(kind === 'check-up' ? words.kindCheckUp : words.kindReport)}
                  </span>
                </th>
                <td>
                  <select
                    class="input"
                    aria-label={t(words.stateLabel, { platform: name })}
                    value={status}
                    onChange={(event) =>
                      onState(id, event.currentTarget.value as LedgerEntry['status'])
                    }
                  >
                    {STATES.map((state) => (
                      <option key={state} value={state} selected={state === status}>
                        {t(ledgerStates[state])}
                      </option>
                    ))}
                  </select>
                </td>
                <td>{changeWords(change, zone)}</td>
                <td>
                  <button
                    type="button"
                    class="link small nowrap"
                    data-action="remove-entry"
                    aria-label={t(words.removeLabel, { platform: name })}
                    onClick={() => onRemove(id)}
                  >
                    {t(common.delete)}
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

function changeWords(change: BeforeAfter, zone: string): string {
  if (change.state === 'short') return t(words.changeShort);
  if (change.state === 'running') {
    return t(words.changeLater, { date: formatDay(change.at, zone, language.value) });
  }
  const { before, after } = change;
  return t(words.changeLine, {
    submissionsBefore: before.submissions,
    submissions: after.submissions,
    reenteredBefore: before.reentered,
    reentered: after.reentered,
    uploadsBefore: before.uploads,
    uploads: after.uploads,
    actionsBefore: before.actions,
    actions: after.actions,
  });
}
