import { buttons } from '../../workbench/src/buttons.js';

export const shown = buttons;
