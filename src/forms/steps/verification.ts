import { Text } from '../fields/text.js';

/** 复核. Sending back needs a reason. */
export class Verification {
  @Text({ zh: '复核意见', en: 'Opinion', max: 2000, multiline: true, required: { field: '/outcome', equals: 'return' } })
  opinion?: string;
}
