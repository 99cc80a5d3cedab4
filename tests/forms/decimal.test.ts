import { decimalPlaces, sumUnits, toUnits, unitsToText } from '../../src/forms/decimal.js';

describe('exact decimals', () => {
  it.each([[1, 0], [0.1, 1], [12.35, 2], [1e-7, 7], [1.5e-7, 8], [1e21, 0], [-0.25, 2], [0, 0]])('%d shows %d places', (value, places) => {
    expect(decimalPlaces(value)).toBe(places);
  });

  it('0.1 + 0.2 is 0.3, and a thousand cents are ten', () => {
    expect(sumUnits([0.1, 0.2], 4)).toBe(toUnits(0.3, 4));
    expect(sumUnits(Array.from({ length: 1000 }, () => 0.01), 2)).toBe(toUnits(10, 2));
    expect(sumUnits([64120.35, 4330.25], 2)).toBe(toUnits(68450.6, 2));
  });

  it.each<[number, number, bigint, string]>([
    [12.35, 4, 123500n, '12.35'],
    [0, 2, 0n, '0'],
    [-0.05, 2, -5n, '-0.05'],
    [1e11, 4, 1_000_000_000_000_000n, '100000000000'],
    [1e-4, 4, 1n, '0.0001'],
  ])('%d at %d places', (value, decimals, units, text) => {
    expect(toUnits(value, decimals)).toBe(units);
    expect(unitsToText(units, decimals)).toBe(text);
  });
});
