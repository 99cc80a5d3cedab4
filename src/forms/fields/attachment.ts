import { IsOptional } from 'class-validator';
import { registerField, type FieldLabels } from '../field-registry.js';
import { IsAttachmentId } from '../validators/is-attachment-id.js';

/** A file, named by the id that the upload answered. The file itself never travels in the form. */
export function Attachment(options: FieldLabels): PropertyDecorator {
  return (prototype, property) => {
    IsOptional()(prototype, property);
    IsAttachmentId()(prototype, property);
    registerField(prototype, { ...options, key: String(property), kind: 'attachment', max: 64, schema: { type: 'string' } });
  };
}
