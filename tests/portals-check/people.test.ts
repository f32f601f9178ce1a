import { describe, expect, it } from 'vitest';
import { CADRE, ENTERPRISES, households, isIdNumber, OFFICIALS } from '../portals/people';

const everyone = [...households(), ...OFFICIALS];

describe('synthetic people', () => {
  it('have ID numbers with a right check character and an area code assigned to no place', () => {
    for (const { idNumber } of everyone) {
      expect(isIdNumber(idNumber)).toBe(true);
      expect(idNumber.startsWith('99')).toBe(true);
    }
    expect(isIdNumber('990123195001011012')).toBe(false);
  });

  it('share no ID number, telephone number, address or account', () => {
    const texts = [
      ...everyone.flatMap(({ idNumber, phone }) => [idNumber, phone]),
      ...households().flatMap(({ address, bankAccount }) => [address, bankAccount]),
    ];
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('have the sex and birth date that their ID number tells', () => {
    for (const { idNumber, sex, birthDate } of households()) {
      expect(idNumber.slice(6, 14)).toBe(birthDate.replaceAll('-', ''));
      expect(Number(idNumber[16]) % 2 === 1 ? '男' : '女').toBe(sex);
    }
  });

  it('have areas that add up and accounts that pass the Luhn check', () => {
    for (const { arable, rice, corn, bankAccount } of households()) {
      expect(rice + corn).toBeLessThanOrEqual(arable);
      const sum = [...bankAccount].reverse().reduce((total, digit, i) => {
        const value = Number(digit) * (i % 2 === 1 ? 2 : 1);
        return total + (value > 9 ? value - 9 : value);
      }, 0);
      expect(sum % 10).toBe(0);
    }
  });

  it('are the same people each time', () => {
    expect(households(3)).toEqual(households(3));
    expect(CADRE.name).toBe('陈志远');
  });

  it('run enterprises with credit codes of the right length', () => {
    for (const { creditCode } of ENTERPRISES) {
      expect(creditCode).toMatch(/^91990123[0-9A-HJ-NP-RTUWXY]{10}$/);
    }
  });
});
