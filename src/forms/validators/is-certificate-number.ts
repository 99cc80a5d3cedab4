import { ValidateBy, type ValidationArguments } from 'class-validator';
import { narrowSchema } from '../field-registry.js';
import { says } from '../messages.js';
import { isIdentityCard } from './is-identity-card.js';

const pattern = '^[0-9A-Za-z()（）-]{5,30}$';

/** A certificate number: checked as an identity card when the neighbouring field says that it is one, by its outer shape otherwise. */
export function IsCertificateNumber(typeField: string): PropertyDecorator {
  const check = ValidateBy(
    {
      name: 'isCertificateNumber',
      constraints: [typeField],
      validator: {
        validate: (value: unknown, args?: ValidationArguments) => {
          if (typeof value !== 'string') return false;
          const type = (args?.object as Record<string, unknown> | undefined)?.[typeField];
          return type === 'identityCard' ? isIdentityCard(value) : new RegExp(pattern, 'u').test(value);
        },
      },
    },
    says('证件号码有误：居民身份证应为 18 位且校验位正确', 'Wrong certificate number; an identity card has 18 characters and a correct check character'),
  );
  return (prototype, property) => {
    check(prototype, property);
    narrowSchema(prototype, String(property), { pattern, 'x-check': 'isCertificateNumber' });
  };
}
