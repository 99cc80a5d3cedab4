import { plainToInstance } from 'class-transformer';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../../errors/domain-error.js';
import { checkRules } from '../../forms/remembered-rules.js';

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
  const errors = checkRules(instance, { whitelist: true, forbidNonWhitelisted: true });
  errors.push(...brokenTexts(instance));
  if (errors.length > 0) throw new DomainError('REQUEST_INVALID', { errors: errors.flatMap((error) => toFieldErrors(error, '')) });
  return instance;
}

/** What is said first of a value that breaks several rules: that the member is unknown, then that it is of the wrong kind. */
const kinds = ['whitelistValidation', 'isString', 'isInt', 'isArray', 'isObject', 'isIn'];

function toFieldErrors(error: ValidationError, parent: string): { pointer: string; message: string }[] {
  const pointer = `${parent}/${error.property.replace(/~/g, '~0').replace(/\//g, '~1')}`;
  const broken = error.constraints ?? {};
  const rule = kinds.find((kind) => Object.hasOwn(broken, kind)) ?? Object.keys(broken)[0];
  const message = rule === 'whitelistValidation' ? '没有这一项，请检查名称' : rule && inChinese(rule, broken[rule] ?? '');
  return [...(message ? [{ pointer, message }] : []), ...(error.children ?? []).flatMap((child) => toFieldErrors(child, pointer))];
}

/** A class may leave the wording to us; the library's own is English. */
const inChinese = (rule: string, message: string): string => (/\p{Script=Han}/u.test(message) ? message : (plainWords[rule] ?? '内容不符合要求'));

const plainWords: Record<string, string> = {
  isString: '应为文字',
  isInt: '应为整数',
  isArray: '应为列表',
  isObject: '应为对象',
  isBoolean: '应为是或否',
  isIn: '不在可选范围内',
  isNotEmpty: '不能为空',
  minLength: '内容过短',
  maxLength: '内容过长',
  min: '数值过小',
  max: '数值过大',
  arrayMinSize: '不能为空',
  arrayMaxSize: '项数过多',
  matches: '格式不正确',
};

/** Texts that no database keeps as they are: a NUL, or one half of a character. Forms have their own check, which knows their fields. */
function brokenTexts(instance: object): ValidationError[] {
  return Object.entries(instance).flatMap(([property, value]: [string, unknown]) => {
    const broken = [value].flat().some((each) => typeof each === 'string' && /\0|\p{Surrogate}/u.test(each));
    const children = isNested(value) ? brokenTexts(value) : [];
    return broken || children.length > 0 ? [{ property, children, ...(broken && { constraints: { text: '含有不能使用的字符' } }) } as ValidationError] : [];
  });
}

/** Is it an object that a request class describes, such as the applicant of a project? */
const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype;
