import { getForm, stepFormKeys, validateStepForm } from '../../src/forms/form-registry.js';
import { faultsOf } from './example-form.js';

const refused = (key: string, data: unknown, outcome?: string) => faultsOf(() => validateStepForm(key, data, outcome === undefined ? {} : { outcome })).map((found) => found.pointer);

describe('what a step asks for', () => {
  it('the keys that flows may name', () => {
    expect(stepFormKeys).toEqual([
      'acceptance', 'correction-request', 'correction-response', 'examination', 'reconfirmation', 'verification', 'filing', 'review-commission', 'review-report',
      'meeting-call', 'meeting-opinion', 'meeting-minutes', 'decision', 'sealing', 'delivery', 'special-procedure', 'extension', 'suspension', 'resumption', 'termination', 'withdrawal',
      'hearing-right', 'hearing-request', 'hearing-schedule', 'hearing-record', 'public-notice', 'objection', 'objection-answer',
      'third-parties', 'third-party-statement', 'third-party-release', 'permit-request-decision', 'return-for-examination', 'countersignature',
    ]);
    expect(() => getForm('tea-break')).toThrow(expect.objectContaining({ code: 'FORM_NOT_FOUND' }) as Error);
    expect(() => getForm('constructor')).toThrow(expect.objectContaining({ code: 'FORM_NOT_FOUND' }) as Error);
  });

  it.each<[string, string, unknown, string | undefined, string[]]>([
    ['T15: a refusal without reasons and basis cannot be decided', 'decision', {}, 'refuse', ['/reasons', '/legalBasis']],
    ['a refusal with both can', 'decision', { reasons: '不符合规划条件', legalBasis: '城乡规划法第四十条' }, 'refuse', []],
    ['an approval needs no reasons', 'decision', {}, 'approve', []],
    ['blank reasons are none', 'decision', { reasons: '   ', legalBasis: 'x' }, 'refuse', ['/reasons']],
    ['accepting needs nothing', 'acceptance', {}, 'accept', []],
    ['nothing at all is an empty form', 'acceptance', undefined, 'accept', []],
    ['refusing to accept needs its ground and reasons', 'acceptance', {}, 'refuse', ['/refusalGround', '/reasons']],
    ['who is not competent names who is (A4)', 'acceptance', { refusalGround: 'notCompetent', reasons: 'x' }, 'refuse', ['/competentAuthority']],
    ['a correction notice says what, why and by which norm', 'correction-request', { items: [{ target: '/S08/totalFloorArea' }] }, undefined, ['/items/0/reason', '/items/0/norm']],
    ['a correction notice without any item', 'correction-request', { items: [] }, undefined, ['/items']],
    ['a correction that points nowhere', 'correction-request', { items: [{ target: '随便', reason: 'x', norm: 'y' }] }, undefined, ['/items/0/target']],
    ['a correction notice with field and material', 'correction-request', { items: [{ target: '/S08/totalFloorArea', reason: 'x', norm: 'y' }, { target: 'sg-construction-permit.funding-undertaking', reason: 'x', norm: 'y' }] }, undefined, []],
    ['one officer is not enough for a site check (B7)', 'examination', { opinion: 'x', siteInspected: true, inspectedOn: '2026-03-02', officers: ['甲'], findings: 'x' }, 'pass', ['/officers']],
    ['two officers are', 'examination', { opinion: 'x', siteInspected: true, inspectedOn: '2026-03-02', officers: ['甲', '乙'], findings: 'x' }, 'pass', []],
    ['an examination without an opinion', 'examination', {}, 'pass', ['/opinion']],
    ['sending back needs a reason', 'verification', {}, 'return', ['/opinion']],
    ['agreeing does not', 'verification', {}, 'agree', []],
    ['T12: a filing has nothing to approve, only to be complete', 'filing', { informationComplete: false }, 'filed', ['/informationComplete']],
    ['the applicant cannot be made to pay for the review', 'review-commission', { agency: 'x', subject: 'x', itemCodes: ['sg-fire-design'], dueOn: '2026-03-20', feePayer: 'applicant', conflictsChecked: true }, undefined, ['/feePayer']],
    ['a review report without experts and points', 'review-report', { conclusion: 'pass' }, undefined, ['/experts', '/points']],
    ['a review that passes after changes says which', 'review-report', { conclusion: 'pass-after-changes', experts: [{ name: '甲', speciality: '消防' }], points: [{ point: 'x' }] }, undefined, ['/changesNeeded']],
    ['a failed review says why', 'review-report', { conclusion: 'fail', experts: [{ name: '甲', speciality: '消防' }], points: [{ point: 'x' }] }, undefined, ['/failureReasons']],
    ['a vote against says why', 'countersignature', { choice: 'disagree' }, undefined, ['/opinion']],
    ['abstaining need not', 'countersignature', { choice: 'abstain' }, undefined, []],
    ['disagreeing needs a reason', 'meeting-opinion', { opinion: 'disagree' }, undefined, ['/reason']],
    ['there is no third opinion', 'meeting-opinion', { opinion: 'abstain' }, undefined, ['/opinion']],
    ['a meeting has day, time, place and agenda', 'meeting-call', {}, undefined, ['/heldOn', '/startsAt', '/place', '/agenda']],
    ['a time of day that does not exist', 'meeting-call', { heldOn: '2026-03-02', startsAt: '24:30', place: 'x', agenda: ['x'] }, undefined, ['/startsAt']],
    ['minutes give the reason of a department that disagrees', 'meeting-minutes', { heldOn: '2026-03-02', chair: '甲', present: ['乙'], matters: [{ matter: 'x', conclusion: 'y' }], opinions: [{ department: 'a', opinion: 'disagree' }], conclusion: 'z' }, undefined, ['/opinions/0/remarks']],
    ['sealing without comparing', 'sealing', { contentChecked: false }, undefined, ['/contentChecked']],
    ['leaving a refused paper needs two witnesses', 'delivery', { method: 'counter', result: 'left', deliveredOn: '2026-03-20', recipient: '甲', refusalReason: 'x', witnesses: ['乙'] }, undefined, ['/witnesses']],
    ['only the procedures of art. 45 stop the clock', 'special-procedure', { kind: 'consultation', startedOn: '2026-03-02', neededWorkdays: 5, noticedInWriting: true, reason: 'x' }, undefined, ['/kind']],
    ['an unknown field', 'sealing', { contentChecked: true, colour: 'red' }, undefined, ['/colour']],
    ['a form that is text', 'sealing', 'yes', undefined, ['']],
  ])('%s', (_what, key, data, outcome, ...[expected]) => {
    expect(refused(key, data, outcome)).toEqual(expected);
  });

  it('what is asked only for a refusal is dropped from an acceptance', () => {
    expect(validateStepForm('acceptance', { remarks: ' 材料齐全 ', reasons: 'x', competentAuthority: 'y' }, { outcome: 'accept' })).toEqual({ remarks: '材料齐全' });
  });

  it('a draft may be incomplete', () => {
    expect(validateStepForm('decision', {}, { outcome: 'refuse', draft: true })).toEqual({});
  });

  it('every form has a Chinese title and a Chinese label for each field', () => {
    for (const key of stepFormKeys) {
      const { zh, schema } = getForm(key);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      for (const property of Object.values(schema['properties'] as Record<string, { title: string }>)) expect(property.title).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
