import { answerCorrection } from '../corrections/answer-correction.js';
import { countersign } from '../countersigning/countersign.js';
import { correctOnTheSpot } from '../corrections/correct-on-the-spot.js';
import { requestCorrection } from '../corrections/request-correction.js';
import { grantExtension } from '../extensions/grant-extension.js';
import { endPause } from '../pauses/end-pause.js';
import { startPause } from '../pauses/start-pause.js';
import { serveDocuments } from '../deliveries/serve-document.js';
import { recordHearing, requestHearing, scheduleHearing, tellHearingRight } from '../hearings/hold-hearing.js';
import { recordStatement } from '../third-parties/hear-third-party.js';
import { nameThirdParties, releaseThirdParty } from '../third-parties/name-third-parties.js';
import { serveThirdParty } from '../third-parties/serve-third-party.js';
import { answerObjection, publishNotice, recordObjection } from '../public-notices/publish-notice.js';
import { handInOwed, treatAsWithdrawn } from '../promises/settle-debts.js';
import { decideRequestInCase } from '../permits/decide-permit-request.js';
import { reconfirmOpinion } from '../reconfirmations/reconfirm-opinion.js';
import { returnForExamination } from '../reconfirmations/return-for-examination.js';
import { sealPapers } from '../seals/seal-papers.js';
import { resumeCase } from '../suspensions/resume-case.js';
import { suspendCase } from '../suspensions/suspend-case.js';
import { terminateCase } from '../terminations/terminate-case.js';
import type { CaseStep } from './case-step.js';
import { submitCase } from './submit-case.js';
import { withdrawCase } from './withdraw-case.js';

/** Acts that stand beside the flow: no token moves by them (except that submitting sets the flow going). */
export const besideActions = {
  submit: submitCase,
  withdraw: withdrawCase,
  requestCorrection,
  answerCorrection,
  reconfirmOpinion,
  returnForExamination,
  correctOnTheSpot,
  handInOwed,
  treatAsWithdrawn,
  sealPapers,
  decidePermitRequest: decideRequestInCase,
  startPause,
  endPause,
  extend: grantExtension,
  tellHearingRight,
  requestHearing,
  scheduleHearing,
  recordHearing,
  nameThirdParties,
  serveThirdParty,
  recordStatement,
  releaseThirdParty,
  publishNotice,
  recordObjection,
  answerObjection,
  serve: serveDocuments,
  countersign,
  suspend: suspendCase,
  resume: resumeCase,
  terminate: terminateCase,
} satisfies Record<string, (step: CaseStep, form: Record<string, unknown>, workItem?: string) => Promise<void>>;

export type BesideAction = keyof typeof besideActions;

export const isBesideAction = (action: string): action is BesideAction => Object.hasOwn(besideActions, action);
