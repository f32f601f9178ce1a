import { describe, expect, it } from 'vitest';
import { fixedInformation } from '../../../utils/domain/fixed-information';
import type { SubmittedField } from '../../../utils/domain/records';
import { HOUR_MS } from '../../../utils/domain/time-constants';
import { concepts, MONDAY, submission, typed } from './fixtures';

/** The same further fields with `subjects` different residents, on `platforms` platforms in turn. */
function reports(subjects: number, platforms: number, ...more: readonly SubmittedField[]) {
  return Array.from({ length: subjects }, (_, n) =>
    submission(`p${n % platforms}`, MONDAY + n * HOUR_MS, [
      typed('person.id_number', `id ${n}`),
      ...more,
    ]),
  );
}

describe('fixedInformation', () => {
  it('is what recurs for eight subjects on two platforms', () => {
    const phone = typed('person.phone', 'own');
    expect(fixedInformation(reports(8, 2, phone), concepts).has('person.phone:own')).toBe(true);
    expect(fixedInformation(reports(7, 2, phone), concepts).size).toBe(0);
    expect(fixedInformation(reports(8, 1, phone), concepts).size).toBe(0);
  });

  it('is no figure, date or option, however often it recurs', () => {
    const common = [
      typed('household.annual_income', '12000'),
      typed('person.birth_date', '1970-01-01'),
      typed('household.size', '15'),
    ];
    expect(fixedInformation(reports(40, 4, ...common), concepts).size).toBe(0);
  });

  it('is not what one subject is asked for again and again', () => {
    const all = Array.from({ length: 30 }, (_, n) =>
      submission(`p${n % 5}`, MONDAY + n * HOUR_MS, [
        typed('person.id_number', 'one'),
        typed('person.phone', 'one'),
      ]),
    );
    expect(fixedInformation(all, concepts).size).toBe(0);
  });

  it('is told from the rows of a grid as from single records', () => {
    const rows = Array.from({ length: 8 }, (_, row) =>
      typed('person.id_number', `id ${row}`, { row }),
    );
    const all = [
      submission('a', MONDAY, [typed('person.phone', 'own'), ...rows.slice(0, 4)]),
      submission('b', MONDAY, [typed('person.phone', 'own'), ...rows.slice(4)]),
    ];
    expect(fixedInformation(all, concepts).has('person.phone:own')).toBe(true);
  });

  it('needs records that say whom they are about', () => {
    const all = Array.from({ length: 20 }, (_, n) =>
      submission(`p${n % 2}`, MONDAY + n * HOUR_MS, [
        typed('person.phone', 'own'),
        typed('agri.output', String(100 + n)),
      ]),
    );
    expect(fixedInformation(all, concepts).size).toBe(0);
  });

  it('counts merged platforms as one', () => {
    const all = reports(8, 2, typed('person.phone', 'own'));
    expect(fixedInformation(all, concepts, () => 'one').size).toBe(0);
  });
});
