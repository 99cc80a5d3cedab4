import { blank, faultsOfRecord, isBlank, isPlainDate, type DocumentRecord } from '../document-record.js';
import { centred } from '../layout/table.js';
import { chineseDate, chineseNumber, sentence } from '../layout/wording.js';
import type { DocumentTemplate } from './document-template.js';

/** 会议纪要: one meeting per stage for all items that need one, with one opinion line per department (一次会议研究; GB/T 9704-2012 10.3). */
export interface MeetingMinutesRecord extends DocumentRecord {
  /** e.g. “拿地即开工”项目联审会议. */
  meetingName: string;
  heldOn: string;
  /** Time of day as it should be printed, e.g. 9:30. */
  time?: string;
  place: string;
  chair: string;
  recorder: string;
  present: string[];
  absent?: string[];
  /** Matters on the agenda with what was agreed on each. */
  matters: { title: string; discussion?: string; conclusion: string }[];
  opinions: DepartmentOpinion[];
  conclusion: string;
  /** 分送. */
  copies?: string[];
}

export interface DepartmentOpinion {
  department: string;
  speaker?: string;
  verdict: 'agree' | 'agreeWithConditions' | 'disagree' | 'agreeBySilence';
  text?: string;
}

const verdicts: Record<DepartmentOpinion['verdict'], string> = {
  agree: '同意',
  agreeWithConditions: '有条件同意',
  disagree: '不同意',
  agreeBySilence: '逾期未反馈，视为同意',
};

export const meetingMinutes: DocumentTemplate<MeetingMinutesRecord> = {
  version: 1,
  style: 'minutes',
  title: (record) => `${record.meetingName}纪要`,
  faults: (record) => ({
    ...faultsOfRecord(record),
    ...blank(record, { meetingName: '缺少会议名称', place: '缺少会议地点', chair: '缺少主持人', recorder: '缺少记录人', present: '缺少出席人员', matters: '缺少议题', opinions: '缺少部门意见', conclusion: '缺少会议结论' }),
    ...(isPlainDate(record.heldOn) ? {} : { heldOn: '缺少会议日期' }),
    ...(record.heldOn > record.issuedOn ? { issuedOn: '纪要的成文日期不能早于会议日期' } : {}),
    ...faultsOfOpinions(record.opinions ?? []),
  }),
  compose(sheet, record) {
    sheet.minutesHead(meetingMinutes.title(record));
    const at = `${chineseDate(record.heldOn)}${record.time ? ` ${record.time}` : ''}`;
    const project = record.projectName ? `研究“${record.projectName}”${record.projectCode ? `（项目代码：${record.projectCode}）` : ''}有关审批事项` : '研究有关审批事项';
    sheet.paragraph(`${at}，${record.chair}在${record.place}主持召开${record.meetingName}，${project}。现将会议情况纪要如下：`);
    record.matters.forEach((matter, index) => {
      sheet.heading(`${chineseNumber(index + 1)}、${matter.title}`);
      if (matter.discussion) sheet.paragraph(sentence(matter.discussion));
      sheet.paragraph(`会议议定：${sentence(matter.conclusion)}`);
    });
    sheet.heading(`${chineseNumber(record.matters.length + 1)}、各部门意见`);
    sheet.table({
      columns: [16, 9, 14, 26],
      head: ['部门', '发言人', '意见', '具体内容'],
      rows: record.opinions.map((opinion) => [opinion.department, centred(opinion.speaker ?? '—'), centred(verdicts[opinion.verdict]), opinion.text ?? '']),
    });
    sheet.heading(`${chineseNumber(record.matters.length + 2)}、会议结论`);
    sheet.paragraph(sentence(record.conclusion));
    sheet.paragraph(`出席：${record.present.join('、')}。`);
    if (record.absent && record.absent.length > 0) sheet.paragraph(`请假：${record.absent.join('、')}。`);
    sheet.paragraph(`记录：${record.recorder}。`);
    sheet.closeWith(record.copies && record.copies.length > 0 ? `分送：${record.copies.join('，')}。` : null);
  },
};

function faultsOfOpinions(opinions: readonly DepartmentOpinion[]): Record<string, string> {
  const faults: Record<string, string> = {};
  const seen = new Set<string>();
  opinions.forEach((opinion, index) => {
    if (isBlank(opinion.department)) faults[`opinions[${index}].department`] = `第${index + 1}条意见缺少部门`;
    else if (seen.has(opinion.department)) faults[`opinions[${index}].department`] = `${opinion.department}有两条意见，每个部门应当只有一条`;
    if (!(opinion.verdict in verdicts)) faults[`opinions[${index}].verdict`] = `第${index + 1}条意见没有结论`;
    seen.add(opinion.department);
  });
  return faults;
}
