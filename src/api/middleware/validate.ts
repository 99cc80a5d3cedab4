import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { DomainError } from '../../errors/domain-error.js';

export type RequestClass<T extends object = object> = new () => T;

/**
 * Checks a body or query against its class. Throws REQUEST_INVALID with `errors: [{ pointer, message }]`; unknown members are refused,
 * so that a misspelt name never passes in silence. With `convert`, texts of a query become the numbers and booleans the class declares.
 */
export function validate<T extends object>(type: RequestClass<T>, value: unknown, convert = false): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new DomainError('REQUEST_INVALID', { errors: [{ pointer: '', message: '请求内容应为 JSON 对象' }] });
  }
  const instance = plainToInstance(type, value, { enableImplicitConversion: convert });
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true });
  if (errors.length > 0) throw new DomainError('REQUEST_INVALID', { errors: errors.flatMap((error) => toFieldErrors(error, '')) });
  return instance;
}

/** What is said first of a value that breaks several rules: that the member is unknown, then that it is of the wrong kind. */
const kinds = ['whitelistValidation', 'isString', 'isInt', 'isArray', 'isObject', 'isIn'];

function toFieldErrors(error: ValidationError, parent: string): { pointer: string; message: string }[] {
  const pointer = `${parent}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const broken = error.constraints ?? {};
  const rule = kinds.find((kind) => Object.hasOwn(broken, kind)) ?? Object.keys(broken)[0];
  const message = rule === 'whitelistValidation' ? '没有这一项，请检查名称' : rule && broken[rule];
  return [...(message ? [{ pointer, message }] : []), ...(error.children ?? []).flatMap((child) => toFieldErrors(child, pointer))];
}
