import type { PermitView, ReadingCopyView, WorkItemView } from '../../../src/api/contract.js';
import type { DeputySight } from '../../../src/services/deputies/find-deputies.js';
import type { Office } from '../application.js';
import type { Random } from './random.js';

/** Where an act is looked for. */
export interface Around {
  office: Office;
  random: Random;
  today: string;
  /** Stage cases of the walk. */
  applications: readonly string[];
  /** Two people each who have the same office. */
  pairs: readonly (readonly [string, string])[];
}

/** The request of an act, and the cases that it touches. */
export interface OfficeCall {
  person: string;
  path: string;
  body: object;
  cases?: string[];
}

/** Something that people do in the office besides acting on the page of one case. */
export interface OfficeAct {
  act: string;
  weight: number;
  /** Codes of refusals that depend on what nobody sees beforehand. */
  refusals: readonly string[];
  find: (around: Around) => Promise<OfficeCall | undefined>;
}

const dayAfter = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const batch: OfficeAct = {
  act: 'batch',
  weight: 4,
  // What a colleague delegated lies on the desk too, but is only to be prepared.
  refusals: ['CASE_SUSPENDED', 'SIGNERS_PENDING', 'OUTCOME_AGAINST_VOTE', 'NOT_YOUR_OWN_WORK', 'ACTION_NOT_YOURS'],
  find: async ({ office, random, pairs }) => {
    const person = random.choose(pairs.flat());
    const { items } = await office.get<{ items: WorkItemView[] }>(person, '/work-items?pageSize=50');
    const [step, action] = random.choose([['examine', 'pass'], ['verify', 'agree']] as const);
    const alike = items.filter((item) => item.step === step && item.act === step).slice(0, 2 + random.below(4));
    if (alike.length < 2) return undefined;
    return { person, path: '/work-items/batch', body: { action, workItems: alike.map(({ id }) => id), form: { opinion: '一并办理，符合规定' } }, cases: alike.map(({ caseId }) => caseId) };
  },
};

const proposeCorrection: OfficeAct = {
  act: 'proposeCorrection',
  weight: 3,
  refusals: ['CASE_SUSPENDED', 'CORRECTION_REQUESTED_LATE', 'CORRECTION_GROUND_NEEDED', 'ACTION_NOT_AVAILABLE', 'CASE_NOT_FOUND', 'NOT_YOURS'],
  find: async ({ random, applications, pairs }) => {
    const person = random.choose(pairs.flat().filter((each) => /^(reviewer|clerk)/.test(each)));
    const caseId = random.choose(applications);
    const ground = random.choose([{}, { ground: 'newFact', explanation: '现场情况变化' }, { ground: 'weMissedIt', explanation: '漏看' }]);
    return { person, path: '/corrections/requests', body: { caseId, items: [{ target: random.choose(['/S02/contactPhone', '/S01/projectName']), reason: '与现场不一致', norm: '《行政许可法》第三十一条' }], ...ground }, cases: [caseId] };
  },
};

const nameDeputy: OfficeAct = {
  act: 'nameDeputy',
  weight: 1,
  refusals: ['DEPUTY_OVERLAPS', 'DEPUTY_AWAY', 'DEPUTY_STANDS_IN'],
  find: async ({ random, today, pairs }) => {
    const [one, other] = random.choose(pairs);
    const [person, deputy] = random.happens(0.5) ? [one, other] : [other, one];
    const from = dayAfter(today, random.below(3));
    return { person, path: '/deputies', body: { deputy, from, to: dayAfter(from, random.below(8)), reason: '年休假' } };
  },
};

const endDeputy: OfficeAct = {
  act: 'endDeputy',
  weight: 0.5,
  refusals: [],
  find: async ({ office, random }) => {
    const { items } = await office.get<{ items: DeputySight[] }>('admin', '/deputies?pageSize=50');
    const standing = items.filter(({ status }) => status !== 'ended');
    return standing.length === 0 ? undefined : { person: 'admin', path: `/deputies/${random.choose(standing).id}/ending`, body: {} };
  },
};

const readCopy: OfficeAct = {
  act: 'readCopy',
  weight: 2,
  refusals: [],
  find: async ({ office, random, pairs }) => {
    const person = random.choose(pairs.flat());
    const { items } = await office.get<{ items: ReadingCopyView[] }>(person, '/reading-copies?unread=true&pageSize=20');
    if (items.length === 0) return undefined;
    const copy = random.choose(items);
    // Whoever was sent a case may open it.
    await office.get(person, `/cases/${copy.caseId}`);
    return { person, path: `/reading-copies/${copy.id}/reading`, body: {}, cases: [copy.caseId] };
  },
};

/** The permits of the enterprise, the youngest first. */
const permitOf = async ({ office, random }: Around, state = 'valid'): Promise<PermitView | undefined> => {
  const { items } = await office.get<{ items: PermitView[] }>('enterprise', `/permits?state=${state}&pageSize=50`);
  return items.length === 0 ? undefined : office.get<PermitView>('enterprise', `/permits/${random.choose(items).id}`);
};

const askOfPermit: OfficeAct = {
  act: 'askOfPermit',
  weight: 2,
  refusals: ['PERMIT_REQUEST_OPEN', 'RENEWAL_TOO_LATE', 'PERMIT_HAS_NO_TERM', 'PERMIT_NEEDS_NO_START', 'PERMIT_START_EXTENSIONS_EXHAUSTED'],
  find: async (around) => {
    const permit = await permitOf(around);
    return permit && { person: 'enterprise', path: `/permits/${permit.id}/requests`, body: { kind: around.random.choose(['renewal', 'renewal', 'change', 'startExtension']), content: '申请办理' }, cases: [permit.id] };
  },
};

const decidePermitRequest: OfficeAct = {
  act: 'decideRequestOfHolder',
  weight: 1,
  refusals: [],
  find: async (around) => {
    const permit = await permitOf(around);
    const request = permit?.requests?.find(({ status }) => status === 'pending');
    if (!permit || !request) return undefined;
    const until = permit.validUntil === null ? undefined : dayAfter(permit.validUntil, 60);
    const body = around.random.happens(0.7) ? { outcome: 'granted', reasons: '符合条件', ...(until && { validUntil: until }) } : { outcome: 'refused', reasons: '条件已有变化' };
    return { person: 'leader', path: `/permits/${permit.id}/requests/${request.id}/decision`, body, cases: [permit.id] };
  },
};

const reportStart: OfficeAct = {
  act: 'reportStart',
  weight: 0.3,
  refusals: ['PERMIT_NEEDS_NO_START'],
  find: async (around) => {
    const permit = await permitOf(around);
    return permit && { person: 'enterprise', path: `/permits/${permit.id}/start`, body: {}, cases: [permit.id] };
  },
};

const endPermit: OfficeAct = {
  act: 'endPermit',
  weight: 0.6,
  refusals: ['REVOCATION_GROUND_WRONG'],
  find: async (around) => {
    const [state, ground, from] = around.random.choose([['revoked', 'procedure', 'valid'], ['recalled', 'lawChanged', 'valid'], ['forfeited', 'penalty', 'valid'], ['deregistered', 'holderAsks', 'valid'], ['deregistered', 'expired', 'lapsed'], ['deregistered', 'endedBefore', 'revoked']] as const);
    const permit = await permitOf(around, from);
    return permit && { person: 'leader', path: `/permits/${permit.id}/end`, body: { state, ground, reasons: '经查证属实' }, cases: [permit.id] };
  },
};

export const officeActs: readonly OfficeAct[] = [batch, proposeCorrection, nameDeputy, endDeputy, readCopy, askOfPermit, decidePermitRequest, reportStart, endPermit];
