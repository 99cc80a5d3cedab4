import { isCreditCode } from '../../../src/forms/validators/is-credit-code.js';
import { isFieldTarget } from '../../../src/forms/validators/is-field-target.js';
import { isIdentityCard } from '../../../src/forms/validators/is-identity-card.js';
import { isIndustryCode } from '../../../src/forms/validators/is-industry-code.js';
import { isLandUseCode } from '../../../src/forms/validators/is-land-use-code.js';
import { isMobilePhone } from '../../../src/forms/validators/is-mobile-phone.js';
import { isPlainDate } from '../../../src/forms/validators/is-plain-date.js';
import { isProjectCode } from '../../../src/forms/validators/is-project-code.js';
import { isRealEstateUnit } from '../../../src/forms/validators/is-real-estate-unit.js';
import { isRegionCode } from '../../../src/forms/validators/is-region-code.js';

describe('codes of the form', () => {
  it.each<[string, (value: string) => boolean, string[], string[]]>([
    [
      'the unified social credit code (GB 32100)',
      isCreditCode,
      // The last one has the check character 0, where the sum leaves no remainder.
      ['91350100M000100Y43', '91230184MA1BUFLT44', '11150000MB1604391C', '91150100MA0Q000280'],
      ['91350100M000100Y4A', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '91350100m000100y43', '', '91350100M000100Y4３'],
    ],
    [
      'the identity card (GB 11643)',
      isIdentityCard,
      ['11010519491231002X'],
      // Days that do not exist and centuries long past, with the right check digit.
      ['110105194902300020', '110105194913310021', '110105189912310023', '010105194912310026', '110105194912310021', '11010519491331002X', '11010519490230002X', '11010519491231002x', '01010519491231002X', '1101051949123100', ''],
    ],
    [
      'the project code, new form by month and old form by year',
      isProjectCode,
      ['2512-150123-04-01-618204', '2017-440607-70-03-006747', '2011-150123-04-01-618204', '2015-150123-70-03-000001'],
      ['2513-150123-04-01-618204', '2500-150123-04-01-618204', '2021-150123-04-01-61820', '251215012304016182041234', '1999-150123-04-01-618204', '', 'x2512-150123-04-01-618204'],
    ],
    ['the division code (GB/T 2260)', isRegionCode, ['150100', '150123', '150124', '110000'], ['15012', '1501234', '990123', '160000', '15012a', '']],
    ['the industry (GB/T 4754)', isIndustryCode, ['I', 'I64', 'I6450', 'C3911'], ['U1', 'I64500', '6450', 'i6450', '']],
    ['a mobile number', isMobilePhone, ['13800000001', '19900000001'], ['12800000001', '1380000000', '138000000011', '+8613800000001', '']],
    ['a day', isPlainDate, ['2026-03-02', '2024-02-29', '2000-02-29'], ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-3-2', '20260302', '2026-03-02T00:00:00Z', '1899-01-01', '']],
    ['a real estate unit (GB/T 37346)', isRealEstateUnit, ['150123001001GB00012F00010001', '150123 001001 GB00012 F00010001'], ['150123001001GB00012F0001000', '150123001001gb00012F00010001', '']],
    ['a land use', isLandUseCode, ['10', '1001', '100101', '0701'], ['00', '25', '100', '10010', '']],
    ['the target of a correction', isFieldTarget, ['/S08/totalFloorArea', '/S14/participants/0/name', 'sg-construction-permit.funding-undertaking', 'business-licence'], ['S08/totalFloorArea', '/S8/x', '/S08/../x', 'UPPER', '']],
  ])('%s', (_what, accepts, right, wrong) => {
    expect(right.filter((value) => !accepts(value))).toEqual([]);
    expect(wrong.filter(accepts)).toEqual([]);
  });

  it('any single wrong digit of a credit code or identity card is noticed', () => {
    for (const [code, accepts] of [
      ['91230184MA1BUFLT44', isCreditCode],
      ['11010519491231002X', isIdentityCard],
    ] as const) {
      for (let at = 0; at < code.length - 1; at++) {
        for (const digit of '0123456789') {
          if (digit !== code[at]) expect(accepts(code.slice(0, at) + digit + code.slice(at + 1))).toBe(false);
        }
      }
    }
  });
});
