import { getMetadataStorage, validateSync, type ValidationError, type ValidatorOptions } from 'class-validator';

/** The rules of a class, as its decorators wrote them down. */
type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

let remembers = false;

/**
 * `validateSync` of class-validator, which looks through the rules of all classes for those of one at every call. They never change once the
 * classes are loaded, so they are looked for once a class; a check that asks for groups is left alone.
 */
export function checkRules(instance: object, options: ValidatorOptions): ValidationError[] {
  if (!remembers) rememberRules();
  return validateSync(instance, options);
}

function rememberRules(): void {
  remembers = true;
  const storage = getMetadataStorage();
  const lookFor = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || (groups !== undefined && groups.length > 0)) return lookFor(target, schema, always, strictGroups, groups);
    let rules = known.get(target);
    if (rules === undefined) known.set(target, (rules = lookFor(target, schema, always, strictGroups, groups)));
    return rules;
  };
}
