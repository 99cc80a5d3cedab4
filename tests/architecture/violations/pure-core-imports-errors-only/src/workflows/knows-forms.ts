import type { Form } from '../forms/form.js';

export const formOf = (form: Form): string => form.key;
