/**
 * Exact arithmetic on the decimal numbers of a form. 0.1 + 0.2 is 0.3 here: a number is read by the digits a person typed, not by its
 * binary value, and summed as a whole number of the smallest unit.
 */

/** How many decimal places a finite number shows, e.g. 2 for 12.35; exponents are understood. */
export function decimalPlaces(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  const fraction = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, fraction - Number(exponent));
}

/** A number as a count of its smallest unit: (12.35, 4) gives 123500n. Digits beyond `decimals` are cut off; validators refuse them before. */
export function toUnits(value: number, decimals: number): bigint {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const negative = digits.startsWith('-');
  const [whole = '0', fraction = ''] = digits.replace('-', '').split('.');
  const shift = decimals + Number(exponent) - fraction.length;
  const all = BigInt(whole + fraction);
  const units = shift >= 0 ? all * 10n ** BigInt(shift) : all / 10n ** BigInt(-shift);
  return negative ? -units : units;
}

/** The exact sum of decimal numbers in units of 10^-decimals. */
export function sumUnits(values: readonly number[], decimals: number): bigint {
  return values.reduce((sum, value) => sum + toUnits(value, decimals), 0n);
}

/** Units back as text for a message: (123500n, 4) gives "12.35". */
export function unitsToText(units: bigint, decimals: number): string {
  const negative = units < 0n;
  const digits = (negative ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : digits.slice(-decimals).replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}
