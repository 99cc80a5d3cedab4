import { Choice } from '../fields/choice.js';
import { WholeNumber } from '../fields/number.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

/** 特别程序 (除外时间): the eight of 行政许可法 art. 45 and what special acts take out besides. Each item has its own list; told in writing, else the time counts. */
export class SpecialProcedure {
  @Choice({
    zh: '特别程序种类',
    en: 'Kind',
    options: [
      { value: 'hearing', zh: '听证', en: 'Hearing' },
      { value: 'tender', zh: '招标', en: 'Tender' },
      { value: 'auction', zh: '拍卖', en: 'Auction' },
      { value: 'inspection', zh: '检验', en: 'Inspection' },
      { value: 'testing', zh: '检测', en: 'Testing' },
      { value: 'quarantine', zh: '检疫', en: 'Quarantine' },
      { value: 'appraisal', zh: '鉴定', en: 'Appraisal' },
      { value: 'expertReview', zh: '专家评审', en: 'Expert review' },
      { value: 'commissionedReview', zh: '委托技术审查', en: 'Commissioned review' },
      { value: 'commissionedEvaluation', zh: '委托评估', en: 'Commissioned evaluation' },
      { value: 'technicalReview', zh: '技术审查', en: 'Technical review' },
      { value: 'technicalEvaluation', zh: '技术评估', en: 'Technical evaluation' },
      { value: 'interDepartmentConsultation', zh: '征求相关部门意见', en: 'Consultation of other bodies' },
      { value: 'publicNotice', zh: '公示', en: 'Public notice' },
      { value: 'dispute', zh: '争议处理', en: 'Settlement of a dispute' },
      { value: 'survey', zh: '勘测', en: 'Survey' },
      { value: 'applicantRevision', zh: '申请人修改完善', en: 'Revision by the applicant' },
      { value: 'applicantRectification', zh: '申请人整改', en: 'Rectification by the applicant' },
    ],
    required: true,
  })
  kind?: string;

  @PlainDate({ zh: '开始日期', en: 'From', required: true })
  startedOn?: string;

  @WholeNumber({ zh: '所需时间', en: 'Time needed', unit: '工作日', unitEn: 'working days', min: 1, max: 400, required: true })
  neededWorkdays?: number;

  @YesNo({ zh: '已书面告知申请人', en: 'Told the applicant in writing', required: true, help: '未书面告知的，时间不予扣除', helpEn: 'Without it the time counts' })
  noticedInWriting?: boolean;

  @Text({ zh: '理由', en: 'Reason', max: 1000, multiline: true, required: true })
  reason?: string;

  @Text({ zh: '联系人及电话', en: 'Contact', max: 120, help: '申请人可向其询问进展', helpEn: 'Whom the applicant may ask' })
  contact?: string;
}
