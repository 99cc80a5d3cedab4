import type { InvariantRule } from '../finding.js';
import { callWithoutCase, caseWithoutCall } from './calls.js';
import { caseInNobodysQueue } from './case-in-nobodys-queue.js';
import { correctionWithoutWork } from './corrections.js';
import { endlessPause } from './endless-pause.js';
import { flowAndStatusDiffer } from './flow-and-status-differ.js';
import { matterWithoutRecord } from './matter-without-record.js';
import { recordBroken } from './record-broken.js';
import type { Rule } from './rule.js';
import { signingDiffers } from './signing-differs.js';
import { timerWithoutToken, tokenWithoutTimer } from './timers.js';
import { tokenWithoutWork } from './token-without-work.js';
import { workForDisabledPerson } from './work-for-disabled-person.js';
import { workWithoutPerson } from './work-without-person.js';
import { workWithoutToken } from './work-without-token.js';

/** What must hold for every case, in the order in which findings are told and mended. */
export const caseRules: Partial<Record<InvariantRule, Rule>> = {
  'record-broken': recordBroken,
  'work-for-disabled-person': workForDisabledPerson,
  'work-without-person': workWithoutPerson,
  'work-without-token': workWithoutToken,
  'token-without-work': tokenWithoutWork,
  'timer-without-token': timerWithoutToken,
  'token-without-timer': tokenWithoutTimer,
  'case-without-call': caseWithoutCall,
  'call-without-case': callWithoutCase,
  'flow-and-status-differ': flowAndStatusDiffer,
  'correction-without-work': correctionWithoutWork,
  'signing-differs': signingDiffers,
  'matter-without-record': matterWithoutRecord,
  'endless-pause': endlessPause,
  'case-in-nobodys-queue': caseInNobodysQueue,
};
