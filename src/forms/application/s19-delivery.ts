import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import { deliveryMethods } from './code-lists.js';

const byPost: Condition = { field: '/S19/method', equals: 'courier' };

/** S19 结果送达方式. Electronic only with consent (民诉法 art. 90, by analogy). */
export class DeliveryChoice {
  @Choice({ zh: '送达方式', en: 'Way of delivery', options: deliveryMethods, required: true })
  method?: string;

  @YesNo({ zh: '同意电子送达', en: 'Consent to electronic delivery', required: true })
  electronicConsent?: boolean;

  @Text({ zh: '送达地址', en: 'Address for delivery', max: 200, showWhen: byPost, required: byPost, sensitive: 'address' })
  deliveryAddress?: string;
}
