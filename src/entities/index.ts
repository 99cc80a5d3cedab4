import { Department } from './department.js';
import { Organisation } from './organisation.js';
import { Person } from './person.js';
import { Session } from './session.js';
import { ItemList } from './item-list.js';
import { CalendarYear } from './calendar-year.js';
import { Project } from './project.js';
import { ProjectValue } from './project-value.js';
import { Case } from './case.js';
import { CaseForm } from './case-form.js';
import { CaseEvent } from './case-event.js';
import { WorkItem } from './work-item.js';
import { Attachment } from './attachment.js';
import { Correction } from './correction.js';
import { Review } from './review.js';
import { Meeting } from './meeting.js';
import { Opinion } from './opinion.js';
import { Decision } from './decision.js';
import { Document } from './document.js';
import { Counter } from './counter.js';
import { Seal } from './seal.js';
import { SealUse } from './seal-use.js';
import { Delivery } from './delivery.js';
import { Flow } from './flow.js';
import { FlowVersion } from './flow-version.js';
import { OutboxMessage } from './outbox-message.js';
import { Notice } from './notice.js';
import { IdempotencyKey } from './idempotency-key.js';
import { AuditEvent } from './audit-event.js';
import { OpinionDraft } from './opinion-draft.js';
import { FlowTimer } from './flow-timer.js';
import { Intervention } from './intervention.js';
import { Pause } from './pause.js';
import { CorrectionRequest } from './correction-request.js';
import { OwedMaterial } from './owed-material.js';
import { Delegation } from './delegation.js';
import { Deputy } from './deputy.js';
import { Hearing } from './hearing.js';
import { PublicNotice } from './public-notice.js';
import { Objection } from './objection.js';
import { ThirdParty } from './third-party.js';
import { Permit } from './permit.js';
import { PermitRequest } from './permit-request.js';
import { FlowSubscription } from './flow-subscription.js';
import { Incident } from './incident.js';
import { DecisionTable } from './decision-table.js';
import { Countersigning } from './countersigning.js';
import { Countersignature } from './countersignature.js';
import { ReadingCopy } from './reading-copy.js';

/** Every table, listed by hand so that nothing is found by accident. */
export const entities = [
  Department,
  Organisation,
  Person,
  Session,
  ItemList,
  CalendarYear,
  Project,
  ProjectValue,
  Case,
  CaseForm,
  CaseEvent,
  WorkItem,
  Attachment,
  Correction,
  Review,
  Meeting,
  Opinion,
  Decision,
  Document,
  Counter,
  Seal,
  SealUse,
  Delivery,
  Flow,
  FlowVersion,
  OutboxMessage,
  Notice,
  IdempotencyKey,
  AuditEvent,
  OpinionDraft,
  FlowTimer,
  Intervention,
  Pause,
  CorrectionRequest,
  OwedMaterial,
  Delegation,
  Deputy,
  Hearing,
  PublicNotice,
  Objection,
  ThirdParty,
  Permit,
  PermitRequest,
  FlowSubscription,
  Incident,
  DecisionTable,
  Countersigning,
  Countersignature,
  ReadingCopy,
];

export {
  Department,
  Organisation,
  Person,
  Session,
  ItemList,
  CalendarYear,
  Project,
  ProjectValue,
  Case,
  CaseForm,
  CaseEvent,
  WorkItem,
  Attachment,
  Correction,
  Review,
  Meeting,
  Opinion,
  Decision,
  Document,
  Counter,
  Seal,
  SealUse,
  Delivery,
  Flow,
  FlowVersion,
  OutboxMessage,
  Notice,
  IdempotencyKey,
  AuditEvent,
  OpinionDraft,
  FlowTimer,
  Intervention,
  Pause,
  CorrectionRequest,
  OwedMaterial,
  Delegation,
  Deputy,
  Hearing,
  PublicNotice,
  Objection,
  ThirdParty,
  Permit,
  PermitRequest,
  FlowSubscription,
  Incident,
  DecisionTable,
  Countersigning,
  Countersignature,
  ReadingCopy,
};
