import { isEmail } from 'class-validator';
import { codedText } from './coded-text.js';

export function IsEmailAddress(): PropertyDecorator {
  return codedText({ name: 'isEmailAddress', test: (value) => isEmail(value), pattern: '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$', zh: '电子邮箱格式不正确', en: 'Not an e-mail address' });
}
