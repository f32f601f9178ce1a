/** Check digits of the numbers that Chinese forms ask for. */

/**
 * An ID number by GB 11643-1999 as 18 characters with a capital X; one of the old kind, 15 digits, is
 * brought to 18. Undefined where the check digit or the birth date is not right.
 */
export function checkedIdNumber(text: string): string | undefined {
  // Some type the sign of multiplication.
  const upper = text.toUpperCase().replace('×', 'X');
  if (/^[1-9]\d{14}$/.test(upper)) {
    const body = `${upper.slice(0, 6)}19${upper.slice(6)}`;
    return isBirthDate(body.slice(6, 14)) ? body + idCheckCharacter(body) : undefined;
  }
  if (!/^[1-9]\d{16}[\dX]$/.test(upper)) return undefined;
  const body = upper.slice(0, 17);
  return isBirthDate(body.slice(6, 14)) && idCheckCharacter(body) === upper[17] ? upper : undefined;
}

/** ISO 7064 MOD 11-2 over 17 digits. */
export function idCheckCharacter(seventeen: string): string {
  let sum = 0;
  for (const [index, digit] of [...seventeen].entries()) {
    sum += Number(digit) * (2 ** (17 - index) % 11);
  }
  return '10X98765432'[sum % 11] ?? '';
}

function isBirthDate(digits: string): boolean {
  const year = Number(digits.slice(0, 4));
  const month = Number(digits.slice(4, 6));
  const day = Number(digits.slice(6, 8));
  const time = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1880 && year <= 2100 && time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  );
}

const UNIFIED_CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether a text is a unified social credit code by GB 32100-2015, MOD 31 over 17 characters. */
export function isUnifiedCode(text: string): boolean {
  const upper = text.toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(upper)) return false;
  return unifiedCheckCharacter(upper.slice(0, 17)) === upper[17];
}

/** The last character of a unified social credit code. */
function unifiedCheckCharacter(seventeen: string): string {
  let sum = 0;
  for (const [index, character] of [...seventeen].entries()) {
    sum += UNIFIED_CHARACTERS.indexOf(character) * (3 ** index % 31);
  }
  return UNIFIED_CHARACTERS[(31 - (sum % 31)) % 31] ?? '';
}

/** Luhn, as bank cards carry it. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const doubled = Number(character) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
