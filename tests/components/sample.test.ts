import { describe, expect, it } from 'vitest';
import { SAMPLE_DIARY, SAMPLE_NAMES, sampleSummary } from '../../components/sample';
import { FINDING_RULES } from '../../utils/domain/finding-rules';

const sample = sampleSummary();
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the sample', () => {
  it('adds up as a real summary does', () => {
    const { platforms, days, clocks } = sample;
    expect(sum(platforms.map((one) => one.clocks.workingMs))).toBe(clocks.workingMs);
    expect(sum(days.map((day) => day.workingMs))).toBe(clocks.workingMs);
    expect(sum(platforms.map((one) => one.reenteredFields))).toBe(sample.reentry.fields);
    expect(sum(Object.values(sample.actions.byKind))).toBe(sample.actions.total);
    expect(sum(sample.forms.map(({ submissions }) => submissions))).toBe(
      sum(platforms.map(({ submissions }) => submissions)),
    );
  });

  it('has overlaps that account for every re-entered field', () => {
    for (const platform of sample.platforms) {
      const to = sample.overlaps.filter((overlap) => overlap.to === platform.platform);
      expect(sum(to.map(({ fields }) => fields))).toBe(platform.reenteredFields);
    }
  });

  it('keeps the bounds in order', () => {
    for (const { clocks, reentryMs } of sample.platforms) {
      expect(clocks.inputMs).toBeLessThanOrEqual(clocks.workingMs);
      expect(clocks.workingMs).toBeLessThanOrEqual(clocks.frontMs);
      expect(reentryMs.low).toBeLessThanOrEqual(reentryMs.mid);
      expect(reentryMs.mid).toBeLessThanOrEqual(reentryMs.high);
    }
  });

  it('names every platform that it speaks of, in both languages', () => {
    const spoken = [
      ...sample.platforms.map(({ platform }) => platform),
      ...sample.findings.map(({ platform }) => platform),
      ...sample.zombies.map(({ platform }) => platform),
      ...sample.overlaps.flatMap(({ from, to }) => [from, to]),
    ];
    expect(spoken.filter((id) => !SAMPLE_NAMES.has(id))).toEqual([]);
  });

  it('shows findings as the rules would make them', () => {
    for (const finding of sample.findings) {
      const rule = FINDING_RULES.find(({ id }) => id === finding.rule);
      expect(rule, finding.rule).toBeDefined();
      const { symptom, category, norm, byAnalogy, ours, unit, grade, status } = finding;
      expect({ symptom, category, norm, byAnalogy, ours, unit, grade, status }).toEqual({
        symptom: rule?.symptom,
        category: rule?.category,
        norm: rule?.norm,
        byAnalogy: rule?.byAnalogy,
        ours: rule?.ours,
        unit: rule?.unit,
        grade: rule?.grade,
        status: rule?.status,
      });
    }
  });

  it('lies in its own week', () => {
    expect(SAMPLE_DIARY.every(({ day }) => day >= '2026-11-16' && day <= '2026-11-22')).toBe(true);
  });
});
