import { fault } from '../field-fault.js';
import { flag, word, type CrossCheck } from './cross-check.js';

/** Electronic delivery only with consent (民诉法 art. 90, by analogy). */
export const electronicDeliveryNeedsConsent: CrossCheck = {
  key: 'electronic-delivery-needs-consent',
  needs: ['S19'],
  check: (form) =>
    word(form, 'S19', 'method') === 'electronic' && flag(form, 'S19', 'electronicConsent') === false
      ? [fault('/S19/electronicConsent', '选择电子送达的，应同意电子送达', 'Electronic delivery needs your consent')]
      : [],
};
