import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

/** 安排听证. Told at least seven working days before; the chair has not reviewed the application (行政许可法 art. 48). */
export class HearingSchedule {
  @PlainDate({ zh: '听证日期', en: 'Day', required: true })
  heldOn?: string;

  @Text({ zh: '听证地点', en: 'Place', max: 200, required: true })
  place?: string;

  @Text({ zh: '听证主持人', en: 'Chair', max: 60, required: true, help: '姓名或者用户名；审查本申请的人员不能主持', helpEn: 'Name or user name; nobody who reviewed the application' })
  chair?: string;
}
