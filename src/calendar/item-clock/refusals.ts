/** An event of the record that has no effect on the clock, and why. `event` is its index in the input. */
export interface Refusal {
  readonly event: number;
  readonly code: RefusalCode;
  readonly reason: string;
  readonly reasonEn: string;
}

const sentences = {
  notReceived: ['尚未收到申请', 'nothing has been received yet'],
  alreadyReceived: ['申请已于 {on} 收到', 'the application was received on {on}'],
  alreadyAccepted: ['已于 {on} 受理', 'the application was accepted on {on}'],
  deemedAccepted: ['{until} 前未告知补正，自收到申请之日 {on} 起即为受理（许可法第三十二条）', 'no correction notice by {until}: accepted as of the day of receipt, {on}'],
  notAccepted: ['尚未受理，时限未开始', 'not accepted yet, the clock has not started'],
  onlyOneNotice: ['补正应当一次告知，已于 {on} 告知（许可法第三十二条）', 'corrections are asked for once; that was done on {on}'],
  noCorrectionAsked: ['没有要求过补正', 'no correction was asked for'],
  noticeTooLate: ['补正告知的最后一日为 {until}，逾期告知不影响时限', 'the last day for the correction notice was {until}; a late notice has no effect on the clock'],
  correctionAfterAcceptance: ['受理之后要求补正，法律未规定暂停计时', 'a correction after acceptance does not stop the clock: the law names no such pause'],
  pauseKindUnknown: ['“{kind}”不属于依法不计入时限的程序（许可法第四十五条）', '"{kind}" is none of the procedures that the law takes out of the limit'],
  pauseNotNoticed: ['未将所需时间书面告知申请人，不得扣除（许可法第四十五条）', 'the time needed was not told in writing, so nothing is taken out'],
  pauseStruck: ['按假设剔除此次暂停', 'struck out by assumption'],
  pauseRepeated: ['编号“{pause}”的特别程序已经记录过', 'a pause "{pause}" is on record already'],
  pauseNotOpen: ['没有编号为“{pause}”且正在进行的特别程序', 'no pause "{pause}" is open'],
  extensionNotProvided: ['本事项没有延长期限的规定', 'the law gives no extension for this item'],
  extensionRepeated: ['期限已延长过一次（{on}）', 'the limit was extended once already ({on})'],
  extensionTooLong: ['延长 {workdays} 日超过最长 {most} 日', '{workdays} days are more than the {most} that the law allows'],
  extensionOfNothing: ['延长日数应大于 0', 'an extension of no days'],
  extensionWrongApprover: ['须经{approver}批准', 'it needs the approval of the {approverEn}'],
  extensionTooLate: ['期限已于 {due} 届满', 'the limit ran out on {due}'],
  ended: ['已于 {on} {how}', '{howEn} on {on}'],
} as const;

export type RefusalCode = keyof typeof sentences;

export function refuse(event: number, code: RefusalCode, details: Record<string, string | number> = {}): Refusal {
  const [zh, en] = sentences[code];
  return { event, code, reason: fill(zh, details), reasonEn: fill(en, details) };
}

function fill(sentence: string, details: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''));
}
