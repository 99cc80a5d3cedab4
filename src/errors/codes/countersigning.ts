import type { CatalogueEntry } from '../catalogue-entry.js';

/** Several people on one piece of work 加签、会签, and reading copies 抄送. */
export const countersigningErrors = {
  SIGNERS_PENDING: { kind: 'conflict', zh: '“{name}”还在等待{people}签署，可以催办；由您加签的人员可以减签', en: '"{name}" still waits for {people} to sign; urge them, or take those out whom you added' },
  OUTCOME_AGAINST_VOTE: { kind: 'conflict', zh: '“{name}”已经表决，只能办理为：{outcomes}', en: 'A vote on "{name}" leaves these outcomes only: {outcomes}' },
  COUNTERSIGNING_NOT_HERE: { kind: 'conflict', zh: '“{name}”现在不能加签：只有办理人员手中的流程环节可以加签，已办理并等待后加签的请先收回', en: '"{name}" cannot be countersigned now: only steps of the flow on an officer\'s desk can; take a completion that waits for after-signers back first' },
  VOTE_UNDER_WAY: { kind: 'conflict', zh: '“{name}”正在会签，待结果产生后可再次发起；需要他人意见的请用加签', en: 'A vote on "{name}" is under way; begin another once it is decided, or add signers for their opinions' },
  SIGNER_UNFIT: { kind: 'invalid', zh: '{person}不能签署：{reason}', en: '{person} cannot be asked to sign' },
  SIGNING_RULE_INVALID: { kind: 'invalid', zh: '会签规则不能执行：{reason}', en: 'The rule of this countersigning cannot work: {reasonEn}' },
  SIGNER_NOT_PENDING: { kind: 'conflict', zh: '此人不在“{name}”未签署的人员之中，可以减签的是：{people}', en: 'This person is not among those still to sign "{name}"; these can be taken out: {people}' },
  SIGNER_NAMED_BY_FLOW: { kind: 'conflict', zh: '{person}由流程指定会签，不能减签；离岗的可由管理员移交', en: '{person} signs because the flow says so and cannot be taken out; an administrator can hand the work of somebody absent over' },
  SIGNED_ALREADY: { kind: 'conflict', zh: '您已签署过“{name}”，此项请转办给其他人员', en: 'You have signed "{name}" already; transfer this request to somebody else' },
  SIGNATURE_NOT_RELEASED: { kind: 'conflict', zh: '“{name}”指名由您签署，不能退回队列，可以转办', en: '"{name}" asks for you by name; it cannot go back to a queue but can be transferred' },
  COMPLETION_NOT_HELD: { kind: 'conflict', zh: '“{name}”没有等待后加签的办理，无需收回', en: 'No completion of "{name}" waits for after-signers' },
  COPY_RECEIVER_UNFIT: { kind: 'invalid', zh: '不能抄送给{person}：须为本机关其他在岗人员', en: 'No copy can be sent to {person}: it has to be somebody else of the office who is in office' },
  COPY_NOT_FOUND: { kind: 'missing', zh: '没有这份抄送，或者已被收回：{id}', en: 'There is no such reading copy, or it was taken back: {id}' },
} as const satisfies Record<string, CatalogueEntry>;
