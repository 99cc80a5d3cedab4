type Sentence = (data: Record<string, unknown>) => string;

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const withReason = (value: unknown): string => (text(value) ? `：${text(value)}` : '');

/** Sentences of the record 过程记录 for the legal acts beside the flow. */
export const legalSentences: Record<string, Sentence> = {
  pauseStarted: (data) => `进入特别程序${data.name ? `“${text(data.name)}”` : ''}，法定时限暂停计算${data.capWorkdays ? `，最长 ${text(data.capWorkdays)} 个工作日` : ''}${withReason(data.reason)}`,
  pauseEnded: (data) => (data.expired ? '特别程序告知的时间已满，法定时限自动继续计算' : '特别程序结束，法定时限继续计算'),
  pauseExpired: (data) => `预警：特别程序超过告知的 ${text(data.neededWorkdays)} 个工作日（至 ${text(data.capOn)}）仍未结束`,
  extended: (data) => `经批准延长办理期限 ${text(data.workdays)} 个工作日，至 ${text(data.newDue) || '日历公布后确定的日期'}${withReason(data.reason)}`,
  promiseBroken: (data) => `超过承诺时限（${text(data.due)}）`,
  overdue: (data) => `超过法定时限（${text(data.due)}），仍未作出决定`,
  correctionLapsed: (data) => `补正期限（${text(data.dueOn)}）已过，申请人未补正`,
  correctionRequested: (data) => `部门提出补正意见，共 ${Array.isArray(data.items) ? data.items.length : 1} 项，由窗口一次性告知`,
  reconfirmationAsked: () => '经办意见所依据的内容已补正，请重新确认',
  reconfirmed: (data) => `经办意见${data.conclusion === 'uphold' ? '维持' : data.conclusion === 'pass' ? '改为通过' : '改为不通过'}${withReason(data.opinion)}`,
  correctedOnTheSpot: (data) => `当场更正：${Array.isArray(data.names) ? data.names.join('、') : ''}（${text(data.remarks)}）`,
  debtSettled: (data) => `补交容缺材料：${Array.isArray(data.materials) ? data.materials.join('、') : ''}`,
  commitmentKept: (data) => `承诺核查属实：${text(data.name)}`,
  commitmentBroken: (data) => `承诺不实：${text(data.name)}${withReason(data.finding)}`,
  permitAsked: (data) => `被许可人提出${{ renewal: '延续', change: '变更', startExtension: '开工延期' }[text(data.kind)] ?? ''}申请${withReason(data.content)}`,
  permitRequestDecided: (data) => `${{ renewal: '延续', change: '变更', startExtension: '开工延期' }[text(data.kind)] ?? ''}申请${data.outcome === 'granted' ? '获准' : '未获准'}${withReason(data.reasons)}`,
  renewedByLaw: (data) => `依法视为准予延续${withReason(data.reasons)}`,
  certificateReissued: (data) => `换发证照，原 ${text(data.replaces)} 作废`,
  deliveryOverdue: (data) => `超过法定送达期限（${text(data.due)}）`,
  timerFired: () => '规定的时间已到',
  permitLapsed: (data) => `许可失效${withReason(data.reason)}`,
  permitEnded: (data) => `许可${{ revoked: '撤销', recalled: '撤回', deregistered: '注销', forfeited: '吊销' }[text(data.state)] ?? '终止'}${withReason(data.reasons)}`,
  worksStarted: () => '被许可人报告已开工',
  hearingRightTold: (data) => `告知听证权利，可于 ${text(data.requestUntil) || '告知书载明的日期'} 前要求听证${withReason(data.reason)}`,
  hearingRequested: (data) => `${text(data.requestedBy)}要求听证，应于 ${text(data.holdBy) || '二十个工作日内'} 前组织`,
  hearingScheduled: (data) => `听证定于 ${text(data.heldOn)} 在${text(data.place)}举行，主持人：${text(data.chair)}`,
  hearingHeld: (data) => `举行听证，制作笔录${withReason(data.findings)}`,
  hearingNotRequested: () => '期限内无人要求听证',
  noticePublished: (data) => `公示“${text(data.title)}”，至 ${text(data.closesOn)}`,
  noticeClosed: (data) => `公示于 ${text(data.closesOn)} 结束`,
  objectionReceived: () => '收到利害关系人的异议',
  objectionAnswered: (data) => `答复异议（${data.accepted ? '采纳' : '不予采纳'}）${withReason(data.answer)}`,
  receiptConfirmed: () => '受送达人确认收到文书',
  deskMoved: () => '工作日历调整，待办和补正的办理日期重新计算',
  dueMoved: (data) => `工作日历调整，期限由 ${text(data.before) || '暂定'} 变为 ${text(data.after) || '暂定'}（已发出的文书不改）`,
  debtOverdue: (data) => `容缺材料“${text(data.name)}”逾期未补交（${text(data.dueOn)}）`,
};
