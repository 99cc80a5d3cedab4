import type { ValidationError } from 'class-validator';
import { holds } from './condition.js';
import { fault, type FieldFault } from './field-fault.js';
import { fieldsOfClass, type FieldSpec, type FormClass } from './field-registry.js';
import { checkRules } from './remembered-rules.js';

/** The rules of the class-validator decorators on one instance, nested lists included; one message a field. */
export function checkValues(instance: object, pointer: string): FieldFault[] {
  return checkRules(instance, { forbidUnknownValues: false, stopAtFirstError: true, validationError: { target: false, value: false } }).flatMap((error) => faultsOf(error, pointer));
}

/** Required fields that are not answered, conditions judged on the whole form. */
export function checkPresence(formClass: FormClass, instance: Record<string, unknown>, at: { readonly pointer: string; readonly root: unknown }): FieldFault[] {
  return fieldsOfClass(formClass).flatMap((field) => {
    const pointer = `${at.pointer}/${field.key}`;
    const value = instance[field.key];
    if (isUnanswered(value)) return isRequired(field, at.root, instance) ? [fault(pointer, `请填写“${field.zh}”`, `"${field.en}" is required`)] : [];
    if (field.kind !== 'list') return [];
    return (value as Record<string, unknown>[]).flatMap((entry, index) => checkPresence(field.entry!(), entry, { pointer: `${pointer}/${index}`, root: at.root }));
  });
}

/** Drops answers to questions that are not asked, so that no stale value is believed later. Answers whether anything was dropped. */
export function dropHidden(formClass: FormClass, instance: Record<string, unknown>, root: unknown): boolean {
  let dropped = false;
  for (const field of fieldsOfClass(formClass)) {
    const value = instance[field.key];
    if (value === undefined) continue;
    if (field.showWhen && !holds(field.showWhen, root, instance)) {
      delete instance[field.key];
      dropped = true;
    } else if (field.kind === 'list') {
      for (const entry of value as Record<string, unknown>[]) dropped = dropHidden(field.entry!(), entry, root) || dropped;
    }
  }
  return dropped;
}

/** An instance as plain data, in the order of the form. */
export function toPlain(formClass: FormClass, instance: Record<string, unknown>): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const field of fieldsOfClass(formClass)) {
    const value = instance[field.key];
    if (value === undefined) continue;
    plain[field.key] = field.kind === 'list' ? (value as Record<string, unknown>[]).map((entry) => toPlain(field.entry!(), entry)) : value;
  }
  return plain;
}

function isRequired(field: FieldSpec, root: unknown, self: unknown): boolean {
  if (field.showWhen && !holds(field.showWhen, root, self)) return false;
  return field.required === true || (field.required !== undefined && holds(field.required, root, self));
}

function isUnanswered(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function faultsOf(error: ValidationError, parent: string): FieldFault[] {
  const pointer = `${parent}/${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([name, message]) => fault(pointer, message, englishOf(error, name)));
  return [...own, ...(error.children ?? []).flatMap((child) => faultsOf(child, pointer))];
}

function englishOf(error: ValidationError, constraint: string): string {
  const context: unknown = error.contexts?.[constraint];
  return (context as { en?: string } | undefined)?.en ?? 'Not valid';
}
