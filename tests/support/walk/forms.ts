import type { AvailableAction, CaseView, WorkItemView } from '../../../src/api/contract.js';
import { pauseRulesOf } from '../../../src/services/pauses/pause-rules.js';
import type { ServiceContext } from '../../../src/services/service-context.js';
import type { Random } from './random.js';

/** What a form is filled from. */
export interface Filling {
  random: Random;
  services: ServiceContext;
  person: string;
  view: CaseView;
  offer: AvailableAction;
  today: string;
  /** Those who handle cases in the office now, by user name. */
  officers: readonly string[];
  /** Colleagues who could do this work, by user name. */
  colleaguesFor: (workItem: string) => string[];
  workItem?: WorkItemView;
}

type Form = Record<string, unknown>;

/** How an action is filled in, and the refusals with which the office may still answer it lawfully. */
interface Way {
  fill: (filling: Filling) => Form | undefined;
  /** Codes of refusals that depend on what nobody sees on the page beforehand. */
  refusals?: readonly string[];
}

const phone = (random: Random): string => `138${String(random.below(100_000_000)).padStart(8, '0')}`;
const texts = ['/S02/contactPhone', '/S02/contactName', '/S01/projectName'];
const always = (form: Form) => (): Form => form;
const suggested = (form: Form) => ({ offer }: Filling): Form => ({ ...offer.suggestion, ...form });

/** By action; where one word means two things, by form and action. */
const ways: Record<string, Way> = {
  // At the counter the applicant comes himself.
  submit: { fill: ({ person }) => (person.startsWith('clerk') ? { applicantPresent: true } : {}) },
  accept: {
    fill: ({ random, view, services, today }) => {
      const missing = view.materials.filter(({ required, source, attachments }) => required && source !== 'system' && attachments.length === 0);
      const dueOn = services.calendars.dueOn(today, 2 + random.below(6));
      return missing.length === 0 ? { remarks: '齐全' } : dueOn === null ? undefined : { remarks: '容缺受理', owedMaterials: missing.map(({ key }) => ({ materialCode: key, dueOn })) };
    },
  },
  'acceptance refuse': { fill: always({ refusalGround: 'other', reasons: '不符合法定形式' }) },
  filed: { fill: always({ informationComplete: true }) },
  pass: { fill: ({ random, today }) => ({ opinion: '符合规定', siteInspected: true, inspectedOn: today, officers: ['刘洋', '马强'], findings: '现场与申报一致', ...(random.happens(0.5) && { reliedOn: ['/S02/contactPhone'] }) }) },
  fail: { fill: always({ opinion: '不符合规定' }) },
  agree: { fill: always({ opinion: '同意' }) },
  return: { fill: always({ opinion: '退回重审' }) },
  commissionReview: { fill: suggested({ conflictsChecked: true }) },
  submitReviewReport: { fill: always({ conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] }) },
  callMeeting: { fill: (filling) => ({ ...suggested({})(filling), heldOn: filling.today, startsAt: '09:30', place: '会议室' }) },
  giveOpinion: { fill: ({ random }) => (random.happens(0.8) ? { opinion: 'agree' } : { opinion: 'disagree', reason: '与规划不符' }) },
  recordMinutes: { fill: suggested({ chair: '吴主任', conclusion: '同意' }) },
  // Some for a short time, so that terms end while the walk goes on.
  approve: { fill: ({ random, today }) => ({ content: '准予', ...(random.happens(0.4) && { validFrom: today, validUntil: daysAfter(today, 20 + random.below(60)) }) }), refusals: ['MATTER_OPEN', 'PREREQUISITE_MISSING', 'NOT_YOUR_OWN_WORK'] },
  'decision refuse': { fill: always({ facts: '场地不符', reasons: '不符合法定条件', legalBasis: '《行政许可法》第三十八条' }), refusals: ['MATTER_OPEN', 'NOT_YOUR_OWN_WORK'] },
  seal: { fill: always({ contentChecked: true }) },
  sealPapers: { fill: always({ contentChecked: true }) },
  // A paper that was asked for meanwhile, as for the end of a permit, may still wait for its seal.
  deliver: { fill: suggested({}), refusals: ['DOCUMENTS_NOT_READY'] },
  withdraw: { fill: always({ reason: '项目调整' }) },
  requestCorrection: {
    fill: ({ random, view }) => ({
      items: [{ target: random.choose(texts), reason: '与所附材料不一致', norm: '《行政许可法》第三十一条' }],
      handInWorkdays: 1 + random.below(6),
      ...((view.status === 'accepted' || view.corrections.length > 0) && { ground: random.choose(['newFact', 'weMissedIt']), explanation: '审查中发现' }),
    }),
  },
  answerCorrection: {
    fill: ({ random, view }) => {
      const open = view.corrections.find((correction) => correction.status === 'open');
      if (!open || open.items.some((item) => item.kind !== 'field')) return undefined;
      return { values: Object.fromEntries(open.items.map(({ target }) => [target, target.endsWith('Phone') ? phone(random) : `更正${random.below(1000)}`])) };
    },
  },
  reconfirmOpinion: { fill: ({ random }) => ({ conclusion: random.choose(['uphold', 'pass']), opinion: '维持' }) },
  returnForExamination: { fill: always({ reason: '请补充现场核查情况' }) },
  correctOnTheSpot: { fill: ({ random }) => ({ values: { '/S02/contactPhone': phone(random) }, remarks: '申请人到场确认' }) },
  startPause: {
    fill: ({ random, services, view }) => {
      const rules = pauseRulesOf(services.items.get(view.items[0]?.code as string));
      if (rules.length === 0) return undefined;
      const { kind, mostWorkdays = 15 } = random.choose(rules);
      return { kind, neededWorkdays: 1 + random.below(Math.min(mostWorkdays, 15)), reason: '依法进行' };
    },
  },
  endPause: { fill: always({}) },
  extend: {
    fill: ({ services, view }) => {
      const { extension } = services.items.limitsOf(services.items.get(view.items[0]?.code as string), view.project.projectType);
      if (view.items.length > 1 && view.id !== view.items[0]?.caseId) return { workdays: 15, approvedBy: 'governmentHead', reason: '联合办理情况复杂' };
      return extension ? { workdays: extension.workdays, approvedBy: extension.approvedBy, reason: '案情复杂' } : undefined;
    },
    refusals: ['EXTENSION_REFUSED'],
  },
  tellHearingRight: { fill: always({ reason: '涉及相邻权利人' }) },
  requestHearing: { fill: ({ person }) => (person.startsWith('enterprise') ? {} : { requestedBy: '云谷小区业主委员会' }) },
  scheduleHearing: {
    fill: ({ services, today }) => ({ heldOn: services.calendars.dueOn(today, 8), place: '第一会议室', chair: 'supervisor' }),
    refusals: ['HEARING_TOO_LATE'],
  },
  recordHearing: { fill: always({ present: ['申请人'], statements: '各方陈述', findings: '影响可控', signedBy: ['申请人'] }), refusals: ['HEARING_STATE'] },
  publishNotice: {
    fill: ({ random, services, today }) => {
      // Late in the last published year nobody knows the day.
      const closesOn = services.calendars.dueOn(today, 1 + random.below(5));
      return closesOn === null ? undefined : { title: '批前公示', content: '拟准予许可', closesOn };
    },
  },
  recordObjection: { fill: always({ name: '居民王某', contact: '13800000008', statement: '扬尘' }) },
  answerObjection: { fill: suggested({ accepted: true, answer: '已要求整改' }) },
  nameThirdParties: { fill: ({ random }) => ({ persons: [{ name: '居民李某', contact: '13800000010', interest: '采光' }], statementWorkdays: 3 + random.below(4), hearingRight: random.happens(0.2) }) },
  serveThirdParty: { fill: (filling) => ({ ...suggested({})(filling), method: 'counter', result: 'received', deliveredOn: filling.today, recipient: '居民李某' }) },
  recordStatement: { fill: suggested({ way: 'written', statement: '请求降低高度' }) },
  releaseThirdParty: { fill: suggested({ reason: '误列' }) },
  suspend: { fill: ({ random }) => ({ ground: random.choose(['dispute', 'applicant', 'ordered']), reason: '相邻关系争议', expectedWorkdays: 1 + random.below(10) }) },
  resume: { fill: always({ reason: '争议已解决' }) },
  terminate: { fill: always({ ground: 'impossible', reasons: '标的灭失', basis: '《行政许可法》第六十九条' }) },
  treatAsWithdrawn: { fill: always({}) },
  handInOwed: { fill: always({}) },
  decidePermitRequest: { fill: ({ random }) => (random.happens(0.7) ? { outcome: 'granted' } : { outcome: 'refused', reasons: '条件已有变化' }) },
  // Of two administrators.
  proposeReassignment: {
    fill: ({ random, colleaguesFor, offer }) => {
      const to = random.choose([...colleaguesFor(offer.workItem ?? ''), 'queue']);
      return { to, reason: '办理人调离' };
    },
  },
  proposeReroute: { fill: ({ random, offer }) => ({ to: random.choose(offer.suggestion?.steps as { id: string }[]).id, reason: '流程走错' }) },
  proposeEnd: { fill: always({ ground: 'impossible', reason: '标的灭失', basis: '《行政许可法》第六十九条' }) },
  confirmIntervention: { fill: always({}) },
  refuseIntervention: { fill: always({ remarks: '理由不足' }) },
  withdrawIntervention: { fill: always({}) },
  // Gestures on a piece of work.
  sendCopy: { fill: ({ random, person, officers }) => ({ people: [random.choose(officers.filter((each) => each !== person))], note: '请阅' }) },
  returnToStep: {
    fill: ({ random, offer }) => {
      const step = random.choose(offer.suggestion?.steps as { id: string; inForce?: string[] }[]);
      return { to: step.id, straightBack: step.inForce !== undefined || random.happens(0.5), reason: '请补充说明' };
    },
  },
  takeBack: { fill: always({}) },
  addSigners: {
    fill: ({ random, person, officers }) => {
      const signers = [...new Set([0, 1, 2].slice(0, 1 + random.below(3)).map(() => random.choose(officers)))].filter((each) => each !== person).map((each) => ({ person: each }));
      const kind = random.choose(['before', 'after', 'vote'] as const);
      const rule = random.choose([{ mode: 'all' }, { mode: 'any' }, { mode: 'sequence' }, { mode: 'ratio', ratio: '50%' }]);
      return signers.length === 0 ? undefined : { kind, signers, ...(kind === 'vote' && rule) };
    },
    refusals: ['SIGNER_UNFIT', 'VOTE_UNDER_WAY', 'NOT_YOUR_OWN_WORK'],
  },
  removeSigner: {
    fill: ({ random, workItem }) => {
      const asked = workItem?.countersignings?.flatMap(({ signatures }) => signatures.filter(({ state }) => ['asked', 'waiting'].includes(state))) ?? [];
      return asked.length === 0 ? undefined : { signer: random.choose(asked).id, reason: '改由其他人员签署' };
    },
    refusals: ['SIGNER_NAMED_BY_FLOW'],
  },
  recallCompletion: { fill: always({}) },
  countersign: {
    fill: ({ random }) => (random.happens(0.8) ? { choice: 'agree', opinion: '同意' } : { choice: random.choose(['disagree', 'abstain']), opinion: '理由不足' }),
    // In whose stead somebody signs is found out when he does; then he may have signed there himself already.
    refusals: ['NOT_YOUR_OWN_WORK', 'SIGNED_ALREADY'],
  },
  claim: { fill: always({}) },
  release: { fill: always({}) },
  transfer: { fill: ({ random, colleaguesFor, offer }) => handedTo(random, colleaguesFor(offer.workItem ?? ''), { reason: '休假' }) },
  delegate: { fill: ({ random, colleaguesFor, offer }) => handedTo(random, colleaguesFor(offer.workItem ?? ''), { reason: '请代为准备' }) },
  handBack: { fill: always({ opinion: '已准备好' }) },
  urge: { fill: always({ text: '请尽快办理' }) },
  supervise: { fill: always({ text: '请说明进展' }) },
  answerUrge: { fill: always({ text: '正在办理' }) },
  saveDraft: { fill: always({ form: { opinion: '草稿' } }) },
};

/** Chosen less often than once in a while, so that cases live long and everything happens in them. */
const weights: Record<string, number> = {
  submit: 20, accept: 4, filed: 3, pass: 3, agree: 3, approve: 3, seal: 6, deliver: 6, commissionReview: 3, submitReviewReport: 3, callMeeting: 3, giveOpinion: 3, recordMinutes: 3, answerCorrection: 4, reconfirmOpinion: 4, sealPapers: 4,
  requestHearing: 2, scheduleHearing: 4, recordHearing: 4, answerObjection: 4, endPause: 1.5, startPause: 0.3, extend: 0.3, tellHearingRight: 0.15, publishNotice: 0.2, recordObjection: 0.15, requestCorrection: 0.3, correctOnTheSpot: 0.2,
  withdraw: 0.04, 'acceptance refuse': 0.15, 'decision refuse': 0.4, fail: 0.5, return: 0.7, urge: 0.05, supervise: 0.08, answerUrge: 0.5, saveDraft: 0.3, claim: 0.5, release: 0.5, transfer: 0.4, delegate: 0.4, handBack: 2, nameThirdParties: 0.12, serveThirdParty: 4, recordStatement: 3, releaseThirdParty: 0.5, returnForExamination: 0.4, treatAsWithdrawn: 1, handInOwed: 3, decidePermitRequest: 4, proposeReassignment: 0.15, proposeReroute: 0.15, proposeEnd: 0.02, confirmIntervention: 3, refuseIntervention: 1, withdrawIntervention: 0.5, sendCopy: 0.02, returnToStep: 0.4, takeBack: 0.6, addSigners: 0.3, removeSigner: 0.6, recallCompletion: 0.4, countersign: 5, suspend: 0.12, resume: 2, terminate: 0.05,
};

export const keyOf = ({ action, form }: AvailableAction): string => (action === 'refuse' ? `${form ?? ''} refuse` : action);
export const isWalked = (offer: AvailableAction): boolean => keyOf(offer) in ways;
export const weightOf = (offer: AvailableAction): number => weights[keyOf(offer)] ?? 1;
export const fill = (filling: Filling): Form | undefined => ways[keyOf(filling.offer)]?.fill(filling);
export const isLawfulRefusal = (offer: AvailableAction, code: string): boolean => ways[keyOf(offer)]?.refusals?.includes(code) ?? false;

const daysAfter = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function handedTo(random: Random, colleagues: readonly string[], more: Form): Form | undefined {
  return colleagues.length === 0 ? undefined : { to: random.choose(colleagues), ...more };
}
