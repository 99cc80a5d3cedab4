import { Texts } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { IsTimeOfDay } from '../validators/is-time-of-day.js';

/** 召集会议. One meeting for all items of the stage that need one. */
export class MeetingCall {
  @PlainDate({ zh: '会议日期', en: 'Day', required: true })
  heldOn?: string;

  @Text({ zh: '会议时间', en: 'Time', max: 5, required: true })
  @IsTimeOfDay()
  startsAt?: string;

  @Text({ zh: '会议地点', en: 'Place', max: 200, required: true })
  place?: string;

  @Texts({ zh: '会议议程', en: 'Agenda', min: 1, max: 50, maxLength: 500, required: true })
  agenda?: string[];

  @Text({ zh: '主持人', en: 'Chair', max: 50 })
  chair?: string;
}
